import { describe, expect, test } from 'vitest'
import { type Consent, nothingDecided, standardDefaults } from '../../core/consent/consent.ts'
import { mayAsk } from '../../core/survey/may-ask.ts'
import { alicePhone } from '../conversation/contacts.ts'
import { alice } from '../timeline/contacts.ts'

const heard = { source: 'said', at: '2026-03-01T09:00:00.000Z', by: 'anna' } as const
const decided = (identifier: Consent['identifier'], survey: 'granted' | 'denied'): Consent => ({
  ...nothingDecided(identifier),
  purposes: { survey: { ...heard, state: survey } },
})
const stop = (identifier: Consent['identifier']): Consent => ({ ...nothingDecided(identifier), doNotContact: heard })
const never = { ...standardDefaults, survey: 'denied' } as const

describe('a customer may be asked at an address', () => {
  test.each<[string, Consent[], boolean]>([
    ['where nothing was decided', [], true],
    ['where they refused', [decided(alice, 'denied')], false],
    ['where they agreed', [decided(alice, 'granted')], true],
    ['that is do-not-contact', [stop(alice)], false],
    ['while they refused at another of theirs', [decided(alice, 'granted'), decided(alicePhone, 'denied')], false],
    ['while another of theirs is do-not-contact', [stop(alicePhone)], false],
  ])('%s', (_, consents, allowed) => {
    expect(mayAsk(consents, standardDefaults, alice)).toBe(allowed)
  })

  test('only where they agreed, if that is the rule', () => {
    expect(mayAsk([], never, alice)).toBe(false)
    expect(mayAsk([decided(alicePhone, 'granted')], never, alice)).toBe(false)
    expect(mayAsk([decided(alice, 'granted')], never, alice)).toBe(true)
  })
})

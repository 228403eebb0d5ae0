import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ConsentChange, changeConsent } from '../../core/consent/change-consent.ts'
import { type Consent, consentSources, nothingDecided, purposes, standardDefaults } from '../../core/consent/consent.ts'
import { maySend, mayUse } from '../../core/consent/may-send.ts'
import { optOutChanges, optOutIn } from '../../core/consent/opt-out.ts'
import type { Identifier } from '../../core/contact/identifier.ts'
import { alicePhone, mailAt } from '../conversation/contacts.ts'
import { alice, bob } from '../timeline/contacts.ts'

const heard = { source: 'said', at: '2026-03-01T09:00:00.000Z', by: 'anna' } as const
const given = (identifier: Identifier, ...changes: ConsentChange[]): Consent =>
  changes.reduce<Consent>(
    (known, change) => changeConsent(known, identifier, change, heard) ?? known,
    nothingDecided(identifier),
  )

describe('whether something may be sent', () => {
  test('the defaults hold where nobody decided', () => {
    const allowed = purposes.map(purpose => maySend([], standardDefaults, purpose, [alice]).allowed)
    expect(allowed).toEqual([true, true, false])
    expect(maySend([], standardDefaults, 'marketing', [alice])).toMatchObject({
      why: { code: 'not-granted', identifier: alice },
    })
  })

  test('what was decided goes before the default, and says since when and how', () => {
    const consents = [given(alice, { do: 'deny', purpose: 'survey' }, { do: 'grant', purpose: 'marketing' })]
    expect(maySend(consents, standardDefaults, 'marketing', [alice])).toEqual({ allowed: true })
    expect(maySend(consents, standardDefaults, 'survey', [alice])).toMatchObject({
      why: { code: 'denied', since: heard.at, source: 'said', advice: expect.stringContaining('since 2026-03-01') },
    })
  })

  test('each of several recipients must allow it', () => {
    const consents = [given(bob, { do: 'deny', purpose: 'service' })]
    expect(maySend(consents, standardDefaults, 'service', [alice])).toEqual({ allowed: true })
    expect(maySend(consents, standardDefaults, 'service', [alice, bob])).toMatchObject({ why: { identifier: bob } })
  })

  test('do-not-contact overrides every grant, until it is lifted', () => {
    const grant = purposes.map(purpose => ({ do: 'grant' as const, purpose }))
    const silent = given(alice, ...grant, { do: 'do-not-contact', reason: 'asked for it' })
    for (const purpose of purposes)
      expect(maySend([silent], standardDefaults, purpose, [alice])).toMatchObject({ why: { code: 'do-not-contact' } })
    const lifted = changeConsent(silent, alice, { do: 'lift' }, heard)
    expect(maySend(lifted ? [lifted] : [], standardDefaults, 'service', [alice])).toEqual({ allowed: true })
  })

  const change = fc.oneof(
    fc.record({
      do: fc.constantFrom('grant' as const, 'deny' as const, 'forget' as const),
      purpose: fc.constantFrom(...purposes),
    }),
    fc.constantFrom({ do: 'do-not-contact' as const }, { do: 'lift' as const }),
  )

  test('other identifiers, their order and the same change twice make no difference', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 8 }),
        fc.array(change, { maxLength: 8 }),
        fc.constantFrom(...purposes),
        (mine, theirs, purpose) => {
          const [own, other] = [given(alice, ...mine), given(bob, ...theirs)]
          const alone = maySend([own], standardDefaults, purpose, [alice])
          expect(maySend([other, own], standardDefaults, purpose, [alice])).toEqual(alone)
          const twice = mine.flatMap(one => [one, one])
          expect(given(alice, ...twice)).toEqual(own)
          const last = mine.findLast(one => one.do === 'lift' || one.do === 'do-not-contact')
          if (last?.do === 'do-not-contact') expect(alone.allowed).toBe(false)
        },
      ),
    )
  })
})

test('the first word on it stays: who repeats it changes nothing', () => {
  const denied = given(alice, { do: 'deny', purpose: 'survey' })
  const again = { source: 'link', at: '2026-04-01T09:00:00.000Z', by: 'bob' } as const
  expect(changeConsent(denied, alice, { do: 'deny', purpose: 'survey' }, again)).toBeUndefined()
  expect(changeConsent(denied, alice, { do: 'grant', purpose: 'survey' }, again)?.purposes.survey).toEqual({
    ...again,
    state: 'granted',
  })
  expect(consentSources).toContain(again.source)
})

describe('another way than where the customer wrote', () => {
  const way = { to: alicePhone, wrote: alice, consents: [], writtenFrom: [alice], isConfirmed: true }
  test.each([
    ['back to where they wrote', { to: alice, isConfirmed: false }, undefined],
    ['where they never wrote from', {}, 'not-agreed'],
    ['where they wrote from before', { writtenFrom: [alice, alicePhone] }, undefined],
    ['where they agreed to service', { consents: [given(alicePhone, { do: 'grant', purpose: 'service' })] }, undefined],
    [
      'where they agreed to marketing only',
      { consents: [given(alicePhone, { do: 'grant', purpose: 'marketing' })] },
      'not-agreed',
    ],
    [
      'across an unproven link, whoever wrote from there',
      { writtenFrom: [alicePhone], isConfirmed: false },
      'unproven',
    ],
  ] as const)('%s', (_, differing, code) => {
    const permission = mayUse({ ...way, ...differing })
    expect(permission.allowed ? undefined : permission.why.code).toBe(code)
  })
})

describe('words that stop messages', () => {
  const direct = (text: string) => mailAt('d', '2T09:00', text, { channel: 'message', kind: 'direct' })
  test.each([
    ['STOP', 'stop'],
    [' stop. ', 'stop'],
    ['Arrêt', 'stop'],
    ['UNSTOP', 'start'],
    ['stop it please', undefined],
    ['yes', undefined],
    ['', undefined],
  ])('%j', (text, wanted) => {
    expect(optOutIn(direct(text))).toBe(wanted)
  })

  test('count in direct messages of customers only', () => {
    expect(optOutIn(mailAt('m', '2T09:00', 'STOP'))).toBeUndefined()
    expect(optOutIn({ ...direct('STOP'), direction: 'outbound' })).toBeUndefined()
  })

  test('end surveys and marketing, not answers; a start takes back no refusal that was said', () => {
    const byWord = { ...heard, source: 'keyword' } as const
    const stopped = optOutChanges('stop', undefined).reduce<Consent | undefined>(
      (known, change) => changeConsent(known, alice, change, byWord) ?? known,
      given(alice, { do: 'deny', purpose: 'survey' }),
    )
    expect(maySend(stopped ? [stopped] : [], standardDefaults, 'service', [alice])).toEqual({ allowed: true })
    expect(stopped?.purposes).toMatchObject({ survey: { source: 'said' }, marketing: { source: 'keyword' } })
    expect(optOutChanges('start', stopped)).toEqual([{ do: 'forget', purpose: 'marketing' }])
  })
})

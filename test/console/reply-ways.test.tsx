import { describe, expect, test } from 'vitest'
import type { CustomerConsent } from '../../console/client/api.ts'
import { type WaysOf, wayOf, waysOf } from '../../console/reply/ways.ts'
import { contact } from './contacts.ts'
import { member, phone } from './reply-console.tsx'

const matter = { id: 'm1', joined: [] }
const mail = contact({ conversation: 'm1', subject: 'My order' })
const given = (differing: Partial<WaysOf> = {}): WaysOf => ({
  conversation: matter,
  contacts: [mail],
  identifiers: [member()],
  consent: undefined,
  ...differing,
})

type Item = CustomerConsent['items'][number]
const decided = (differing: Partial<Item>): CustomerConsent => ({
  items: [
    {
      identifier: { type: 'email', value: 'alice@example.com', display: 'alice@example.com' },
      asserted: false,
      purposes: {
        service: { state: 'granted', isDefault: true },
        survey: { state: 'granted', isDefault: true },
        marketing: { state: 'denied', isDefault: true },
      },
      ...differing,
    },
  ],
  defaults: { service: 'granted', survey: 'granted', marketing: 'denied' },
})

const onX = contact({
  ...{ id: 'x1', kind: 'mention', channel: 'social', conversation: 'm1' },
  from: { identifier: { type: 'x', value: '4711', display: 'bobbakes' }, handle: 'bobbakes' },
  social: { network: 'x', visibility: 'public' },
  provider: { account: 'x:100', id: '191' },
})

describe('where an answer may go', () => {
  test('first there where the customer wrote last in the matter, in its thread, from the address they wrote to', () => {
    const older = contact({ id: 'c0', sortAt: '2026-03-01T10:00:00.000Z', conversation: 'm1', subject: 'Before' })
    const elsewhere = contact({ id: 'c9', sortAt: '2026-03-03T10:00:00.000Z', conversation: 'other' })
    const [first] = waysOf(given({ contacts: [older, mail, elsewhere] }))
    expect(first).toMatchObject({ network: 'mail', answers: 'c1', thread: 'My order', from: 'support@example.com' })
  })

  test('what was public is answered in public, or in private', () => {
    const ways = waysOf(given({ contacts: [onX], identifiers: [] }))
    expect(ways.map(({ form, isPublic }) => [form, isPublic])).toEqual([
      ['post', true],
      ['direct', false],
    ])
  })

  test('where the last place cannot be answered, the one before in the same matter is', () => {
    const { provider: _provider, ...review } = contact({
      ...{ ...onX, id: 'f1', kind: 'review', channel: 'review', sortAt: '2026-03-04T10:00:00.000Z' },
      social: { network: 'facebook', visibility: 'public' },
    })
    const ways = waysOf(given({ contacts: [onX, review], identifiers: [] }))
    expect(ways.map(({ id, whyNot }) => [id, whyNot])).toEqual([
      ['facebook:comment', 'not-named'],
      ['x:post', undefined],
      ['x:direct', undefined],
    ])
    expect(wayOf(ways, undefined)).toMatchObject({ id: 'x:post', answers: 'x1' })
    expect(wayOf(ways, 'x:direct')?.form).toBe('direct')
  })

  test('not where the network never told how it names what is answered', () => {
    const { provider: _provider, ...unnamed } = onX
    expect(waysOf(given({ contacts: [unnamed], identifiers: [] }))[0]?.whyNot).toBe('not-named')
  })

  test('nothing answers machines, what was deleted, or another matter', () => {
    const contacts = [
      contact({ conversation: 'm1', automatic: 'bounce' }),
      contact({ conversation: 'm1', deletedAt: mail.sortAt }),
      contact({ conversation: 'other' }),
    ]
    expect(waysOf(given({ contacts, identifiers: [] }))).toEqual([])
  })

  test('to another channel only if it is proven, and they wrote from there or agreed to it', () => {
    const whyNot = (identifier: ReturnType<typeof member>, contacts = [mail]) =>
      waysOf(given({ contacts, identifiers: [member(), identifier] })).find(({ typed }) => typed)?.whyNot
    const call = contact({ id: 'p1', kind: 'call', channel: 'phone', from: { identifier: phone } })
    expect(whyNot(member({ ...phone }))).toBe('not-agreed')
    expect(whyNot(member({ ...phone }), [mail, call])).toBeUndefined()
    expect(whyNot(member({ ...phone, asserted: true }), [mail, call])).toBe('unproven')
    expect(whyNot(member({ type: 'x', value: '1', display: 'x' }))).toBe('never-wrote')
  })

  test('what the customer does not want comes before every other reason', () => {
    const silence = decided({ doNotContact: { source: 'said', at: mail.sortAt, by: 'anna' } })
    expect(waysOf(given({ consent: silence }))[0]?.whyNot).toBe('do-not-contact')
    const { purposes } = decided({}).items[0] ?? {}
    if (purposes === undefined) throw new Error('nothing decided')
    const refused = decided({ purposes: { ...purposes, service: { state: 'denied', isDefault: false } } })
    expect(waysOf(given({ consent: refused }))[0]?.whyNot).toBe('denied')
  })
})

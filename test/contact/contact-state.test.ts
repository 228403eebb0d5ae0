import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Contact } from '../../core/contact/contact.ts'
import { contactSchema } from '../../core/contact/contact.ts'
import { type ContactState, deleteState, joinStates, stateOf } from '../../core/contact/contact-state.ts'
import { viewContact } from '../../core/contact/view.ts'
import { alice, bob, mail } from '../timeline/contacts.ts'

/** Of few values, so that deliveries often say the same, or the same but for the words. */
const delivery: fc.Arbitrary<Contact> = fc
  .record({
    part: fc.constantFrom(undefined, 'ringing'),
    revision: fc.nat(1),
    text: fc.constantFrom('', 'hello'),
    subject: fc.constantFrom('', 'order'),
    from: fc.constantFrom(alice, bob),
    minute: fc.nat(1),
    received: fc.nat(3),
    payload: fc.nat(5),
    seconds: fc.constantFrom(undefined, 60),
  })
  .map(({ part, revision, text, subject, from, minute, received, payload, seconds }) =>
    mail('the contact', {
      ...(part !== undefined && { part }),
      ...(seconds !== undefined && { call: { answered: seconds > 9, durationSeconds: seconds, queueSeconds: minute } }),
      revision,
      text,
      subject,
      from: { identifier: from },
      occurredAt: `2026-03-01T09:0${minute}:00.000Z`,
      receivedAt: `2026-03-01T09:1${received}:00.000Z`,
      rawRef: { object: `raw ${payload}`, offset: 0, length: 1 },
    }),
  )

const joinAll = (deliveries: Contact[]): ContactState => {
  const [first, ...rest] = deliveries.map(stateOf)
  if (first === undefined) throw new Error('nothing was delivered')
  return rest.reduce(joinStates, first)
}

const deliveries = fc.array(delivery, { minLength: 1, maxLength: 6 })

describe('what is known of a contact', () => {
  test('does not depend on the order or number of its deliveries', () =>
    fc.assert(
      fc.property(
        deliveries.chain(all =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
        ),
        ([all, shuffled]) => {
          expect(joinAll(shuffled)).toEqual(joinAll(all))
        },
      ),
      { numRuns: 2000 },
    ))

  test('does not depend on which deliveries were joined first', () =>
    fc.assert(
      fc.property(delivery, delivery, delivery, (a, b, c) => {
        const left = joinStates(joinStates(stateOf(a), stateOf(b)), stateOf(c))
        const right = joinStates(stateOf(a), joinStates(stateOf(b), stateOf(c)))
        expect(left).toEqual(right)
      }),
      { numRuns: 2000 },
    ))

  test('is the same whether it was deleted before or after a delivery', () =>
    fc.assert(
      fc.property(deliveries, delivery, fc.nat(9), (all, late, minute) => {
        const at = `2026-03-02T09:0${minute}:00.000Z`
        const before = joinStates(deleteState(joinAll(all), at), stateOf(late))
        expect(before).toEqual(deleteState(joinAll([...all, late]), at))
      }),
      { numRuns: 2000 },
    ))

  test('is a contact in the normal form, whatever its parts', () =>
    fc.assert(
      fc.property(deliveries, all => {
        const view = viewContact(joinAll(all))
        expect(contactSchema.parse(view)).toEqual(view)
      }),
    ))

  test('stands in time where it was first known to be', () =>
    fc.assert(
      fc.property(deliveries, all => {
        const times = all.flatMap(({ occurredAt, receivedAt }) => [occurredAt, receivedAt]).sort()
        expect(joinAll(all).sortAt).toBe(times[0])
      }),
    ))
})

describe('the view of a contact', () => {
  test('is its latest revision', () => {
    const edited = joinAll([mail('x', { text: 'tpyo' }), mail('x', { text: 'typo', revision: 1 })])
    expect(viewContact(edited).text).toBe('typo')
  })

  test('folds the parts of a call: answered if any part was, as long as the longest, from its start', () => {
    const part = (name: string, minute: number, answered: boolean, durationSeconds: number) =>
      mail('call', { part: name, occurredAt: `2026-03-01T09:0${minute}:00.000Z`, call: { answered, durationSeconds } })
    const view = viewContact(
      joinAll([part('c done', 3, true, 180), part('a ringing', 0, false, 0), part('b busy', 1, false, 2)]),
    )
    expect(view).toMatchObject({
      occurredAt: '2026-03-01T09:00:00.000Z',
      call: { answered: true, durationSeconds: 180 },
    })
    expect(view.part).toBeUndefined()
  })

  test('keeps what only we or only the echo of the provider knows of an answer', () => {
    const provider = { account: 'x:1000', id: '2000' }
    const echo = mail('answer', { direction: 'outbound', provider })
    const sent = mail('answer', { direction: 'outbound', part: 'sent', agent: 'carol', answers: 'the question' })
    for (const occurredAt of ['2026-03-01T08:59:59.000Z', '2026-03-01T09:00:01.000Z']) {
      const view = viewContact(joinAll([{ ...sent, occurredAt }, echo]))
      expect(view).toMatchObject({ agent: 'carol', answers: 'the question', provider })
    }
  })
})

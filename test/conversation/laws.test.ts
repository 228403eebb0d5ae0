import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultPolicy } from '../../core/clock/policy.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { type Absorbed, absorb } from '../../core/conversation/absorb.ts'
import type { Conversation } from '../../core/conversation/conversation.ts'
import { decideJoin } from '../../core/conversation/join.ts'
import { opened } from '../../core/conversation/open.ts'
import { readSigns } from '../../core/conversation/read-signs.ts'
import { always } from '../../core/hours/hours.ts'
import { answerAt, callAt, mailAt, mentionAt } from './contacts.ts'

const terms = { hours: always, policy: defaultPolicy, priority: 'normal' } as const
const first = mailAt('first', '1T00:00', 'My parcel has not been delivered.')

const arrivalOf = (contact: Contact): Absorbed => ({
  contact,
  at: contact.occurredAt,
  signs: readSigns(contact, 'GB'),
})

const clockTime = fc.integer({ min: 0, max: 5 * 24 * 60 - 1 }).map(minute => {
  const time = new Date(Date.UTC(2026, 2, 1) + minute * 60_000).toISOString()
  return `${time.slice(9, 10)}T${time.slice(11, 16)}`
})
const contact = fc
  .tuple(fc.constantFrom('mail', 'call', 'missed', 'mention', 'answer'), clockTime, fc.nat(99))
  .map(([kind, time, n]) => {
    const name = `${kind} ${n} ${time}`
    if (kind === 'mail') return mailAt(name, time, `parcel, order number 447188${n % 10}`)
    if (kind === 'call' || kind === 'missed') return callAt(name, time, kind === 'call')
    return kind === 'mention' ? mentionAt(name, time, 'refund?') : answerAt(name, time, 'We look into it.', first)
  })
const contacts = fc.uniqueArray(contact, { minLength: 1, maxLength: 12, selector: ({ id }) => id })

const start = (): Conversation => opened(arrivalOf(first), 'email:alice@example.com', '2026-03-06T00:00:00.000Z', terms)
const fold = (arriving: Contact[]): Conversation =>
  arriving.reduce((conversation, one) => absorb(conversation, arrivalOf(one), terms).conversation, start())

/** What a conversation is by its contacts, whatever came first. */
const madeOf = ({
  contacts: count,
  inbound,
  unanswered,
  answeredAt,
  lastAt,
  lastInboundAt,
  ...sets
}: Conversation) => ({
  ...{ count, inbound, unanswered, answeredAt, lastAt, lastInboundAt },
  channels: sets.channels.toSorted(),
  topics: sets.topics.toSorted(),
  references: sets.references.map(({ kind, value }) => `${kind} ${value}`).toSorted(),
})

describe('a conversation', () => {
  test('is made of the same, in whatever order its contacts are delivered', () => {
    fc.assert(
      fc.property(contacts, fc.infiniteStream(fc.nat()), (arriving, random) => {
        const order = new Map(arriving.map(({ id }) => [id, random.next().value]))
        const shuffled = arriving.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
        expect(madeOf(fold(shuffled))).toEqual(madeOf(fold(arriving)))
      }),
    )
  })

  test('has nothing unanswered that came before an answer, and everything that came after the last one', () => {
    fc.assert(
      fc.property(contacts, arriving => {
        const { unanswered, answeredAt } = fold(arriving)
        const waits = [first, ...arriving].filter(({ direction, call }) => direction === 'inbound' && !call?.answered)
        const after = waits.filter(({ occurredAt }) => answeredAt === undefined || occurredAt > answeredAt)
        expect(unanswered.map(({ contactId }) => contactId).toSorted()).toEqual(after.map(({ id }) => id).toSorted())
      }),
    )
  })

  test('told of a contact that it holds, and that is as it was, stays as it is', () => {
    fc.assert(
      fc.property(contacts, arriving => {
        const whole = fold(arriving)
        const [again] = arriving.filter(({ direction }) => direction === 'inbound')
        if (again) expect(absorb(whole, arrivalOf(again), terms, true)).toEqual({ conversation: whole, happenings: [] })
      }),
    )
  })

  test('is joined by no contact that names another order, and by none that a machine wrote', () => {
    fc.assert(
      fc.property(clockTime, fc.constantFrom(undefined, 'list' as const, 'bounce' as const), (time, automatic) => {
        const matter = fold([mailAt('named', '1T01:00', 'order number 1111111 has not been delivered')])
        const other = mailAt('other', time, 'order number 2222222 has not been delivered', automatic && { automatic })
        const { signs, at } = arrivalOf(other)
        const decided = decideJoin({ contact: other, at, signs, matters: [matter], threaded: undefined })
        expect(decided.do).toBe(automatic ? 'nothing' : 'open')
      }),
    )
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Contact } from '../../../core/contact/contact.ts'
import { streamName } from '../../../core/contact/stream.ts'
import { objectionsTo } from '../../../core/reply/checks/objections.ts'
import { alicePhone, mailAt } from '../../conversation/contacts.ts'
import { alice } from '../../timeline/contacts.ts'
import { entryOf } from './entries.ts'

const members = [
  { stream: streamName(alice), asserted: false },
  { stream: streamName(alicePhone), asserted: true },
]
const said = fc.constantFrom(
  'My order is 4471-882.',
  'We will call you on Thursday.',
  'We will refund you £40 by Friday.',
  'I paid £249.50.',
  'Ring me on 020 7946 0999.',
  'We cannot refund order 4471-882.',
  'I live at 12 High Street, London.',
  'Thank you.',
)
const contact = fc.tuple(said, fc.boolean(), fc.integer({ min: 0, max: 59 })).map(
  ([text, onPhone, minute]): Contact =>
    mailAt(`${text} ${onPhone} ${minute}`, `2T09:${String(minute).padStart(2, '0')}`, text, {
      from: { identifier: onPhone ? alicePhone : alice },
    }),
)
const text = fc.array(said, { minLength: 1, maxLength: 4 }).map(parts => parts.join(' '))
const written = fc
  .tuple(said, fc.integer({ min: 10, max: 59 }), fc.uuid())
  .map(([words, minute, entryId]) => ({ entryId, text: words, at: `2026-03-02T09:${minute}:00.000Z` }))

type Given = { text: string; contacts: Contact[]; promises: Written[]; answersToday: Written[]; toPhone: boolean }
type Written = { entryId: string; text: string; at: string }

const check = ({ text: words, contacts, promises, answersToday, toPhone }: Given) =>
  objectionsTo({
    text: words,
    entries: contacts.map(entryOf),
    members,
    to: streamName(toPhone ? alicePhone : alice),
    own: [],
    promises,
    answersToday,
    region: 'GB',
    now: '2026-03-02T12:00:00.000Z',
  })

const given = fc.record({
  text,
  contacts: fc.array(contact, { maxLength: 6 }),
  promises: fc.array(written, { maxLength: 3 }),
  answersToday: fc.array(written, { maxLength: 3 }),
  toPhone: fc.boolean(),
})

test('the order of what is given does not enter', () => {
  fc.assert(
    fc.property(given, one => {
      const turned = {
        ...one,
        contacts: one.contacts.toReversed(),
        promises: one.promises.toReversed(),
        answersToday: one.answersToday.toReversed(),
      }
      expect(check(turned)).toEqual(check(one))
    }),
    { numRuns: 150 },
  )
})

test('a text without facts meets no objection, whatever the timeline holds', () => {
  const plain = fc
    .array(fc.constantFrom('Thank', 'you', 'very', 'much', 'for', 'your', 'patience', 'Hello', 'Alice', '.', '!', '🙂'))
    .map(words => words.join(' '))
  fc.assert(
    fc.property(given, plain, (one, words) => {
      expect(check({ ...one, text: words })).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('what may never be waived is exactly what only the other side holds', () => {
  fc.assert(
    fc.property(given, one => {
      const proven = members.map(member => ({ ...member, asserted: false }))
      const objections = objectionsTo({
        ...one,
        entries: one.contacts.map(entryOf),
        members: proven,
        to: streamName(one.toPhone ? alicePhone : alice),
        own: [],
        region: 'GB',
        now: '2026-03-02T12:00:00.000Z',
      })
      expect(objections.filter(({ waivable }) => !waivable)).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('any text is read, in time that follows its length', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 2000 }),
    fc.constantFrom('1-', '{{', '@a', '12 ', '€1', 'by ', '<a href="', '(').map(part => part.repeat(3000)),
  )
  fc.assert(
    fc.property(hostile, given, (words, one) => {
      expect(Array.isArray(check({ ...one, text: words }))).toBe(true)
    }),
    { numRuns: 40 },
  )
})

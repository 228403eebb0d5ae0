import { expect, test } from 'vitest'
import { contradictions } from '../../../core/reply/checks/contradictions.ts'
import { objectionsTo } from '../../../core/reply/checks/objections.ts'

/** A Wednesday. */
const now = '2026-04-01T12:00:00.000Z'
const context = { region: 'GB', writtenAt: now }
const earlier = { entryId: 'earlier', at: '2026-04-01T09:00:00.000Z' }

const kinds = (text: string, promised: string | undefined, answered?: string) =>
  contradictions({
    text,
    promises: promised === undefined ? [] : [{ ...earlier, text: promised }],
    answersToday: answered === undefined ? [] : [{ ...earlier, text: answered }],
    context,
  }).map(({ kind, message }) => `${kind}: ${/another (yes or no|\w+)/.exec(message)?.[1]}`)

const promise = (difference: string) => [`contradicts-promise: ${difference}`]
const answer = (difference: string) => [`contradicts-answer: ${difference}`]

test.each([
  ['We will call you on Thursday.', 'We will call you on Friday.', promise('date')],
  ['We will call you on Friday.', 'We will call you on Friday.', []],
  ['We will call you by Friday.', 'We will call you on Thursday.', []],
  ['We will call you on Thursday.', 'We will call you by Friday.', promise('date')],
  ['We will call you on Friday.', 'We will call you by Thursday.', promise('date')],
  ['We will call you on Thursday.', 'Your parcel will be delivered on Friday.', []],
  ['Your parcel will arrive tomorrow.', 'It will arrive on 7 April.', promise('date')],
  ['We will refund you within 3 working days.', 'We will refund you within 10 working days.', promise('date')],
  ['We will refund you within 5 days.', 'We will refund you tomorrow.', []],
  ['We will call you at 3 pm.', 'We will call you at 17:00.', promise('time')],
  ['We will call you at 3 pm.', 'We will call you at 15:00.', []],
  ['We will refund you GBP 40 by Friday.', 'We will refund you £30.', promise('amount')],
  ['We will refund you GBP 40 by Friday.', 'We will refund you £40.00.', []],
  ['We will refund you by Friday.', 'I am afraid we cannot refund this.', promise('yes or no')],
  ['We will call you on Thursday.', 'Sorry: we will call you on Friday instead of Thursday.', []],
  ['We will call you on Thursday.', 'We cannot call on Thursday, so we will call on Friday.', []],
  ['Wir rufen Sie am Donnerstag an.', 'Wir rufen Sie am Freitag an.', promise('date')],
  ['Wir werden Ihnen bis Freitag 40 € erstatten.', 'Wir erstatten Ihnen 30 €.', promise('amount')],
  ['Vous recevrez votre colis demain.', 'Votre colis sera livré vendredi.', promise('date')],
  ['Le llamaremos mañana.', 'Le llamaremos el viernes.', promise('date')],
  ['Should we call you on Thursday?', 'We will call you on Friday.', []],
  ['We called you on Monday.', 'We will call you on Friday.', []],
])('promised %j, then %j', (promised, text, wanted) => {
  expect(kinds(text, promised)).toEqual(wanted)
})

test.each([
  ['We can refund order 4471-882.', 'We cannot refund order 4471-882.', answer('yes or no')],
  ['We can refund order 4471-882.', 'We cannot refund order 9913-555.', []],
  ['We can refund order 4471-882.', 'If it is broken we cannot refund order 4471-882.', []],
  ['Your order 4471-882 was shipped today.', 'Your order 4471-882 will be shipped on Friday.', answer('date')],
  ['The repair costs £40.', 'The repair costs £60.', answer('amount')],
  ['Your order of £40 was shipped.', 'Your order of £60 was shipped.', []],
  ['This is covered by the warranty.', 'This is not covered by the warranty.', answer('yes or no')],
  ['We will replace it.', 'I am afraid not, a replacement takes a week.', []],
  ['This is half price today.', 'The price of the one is right, whereas the other box is not.', []],
  ['A delivery is possible.', 'A delivery is not possible.', answer('yes or no')],
  ['Wir erstatten Ihnen den Betrag.', 'Wir können das leider nicht erstatten.', answer('yes or no')],
  ['Thank you for your patience.', 'I am sorry to hear that.', []],
])('answered today %j, then %j', (answered, text, wanted) => {
  expect(kinds(text, undefined, answered)).toEqual(wanted)
})

test('an answer that is also an open promise is objected to once, as what was promised', () => {
  const said = 'We will call you on Thursday.'
  expect(kinds('We will call you on Friday.', said, said)).toEqual(promise('date'))
})

test('an objection cites the entry and what was said there, and may be waived', () => {
  const [objection] = contradictions({
    text: 'We will call you on Friday.',
    promises: [{ ...earlier, text: 'Hello. We will call you on Thursday. Bye.' }],
    answersToday: [],
    context,
  })
  expect(objection).toMatchObject({ entryIds: ['earlier'], waivable: true })
  expect(objection?.message).toContain('“We will call you on Thursday.”')
})

/** Half past eight in the evening of a Wednesday in New York; a Thursday in UTC, and in Auckland. */
const evening = '2026-04-02T00:30:00.000Z'

test.each([
  ['America/New_York', 'We will call you tomorrow.', 'We will call you on Thursday.', []],
  ['America/New_York', 'We will call you tomorrow.', 'We will call you on 2 April.', []],
  ['America/New_York', 'We will call you today.', 'We will call you on Thursday.', promise('date')],
  ['America/New_York', 'We will call you within 2 working days.', 'We will call you on Monday.', promise('date')],
  ['America/New_York', 'We will call you in 2 hours.', 'We will call you on Thursday.', promise('date')],
  ['Pacific/Auckland', 'We will call you tomorrow.', 'We will call you on Friday.', []],
  ['Etc/UTC', 'We will call you tomorrow.', 'We will call you on Friday.', []],
  [undefined, 'We will call you tomorrow.', 'We will call you on Friday.', []],
])('days are those of %s: promised %j, then %j', (timeZone, promised, text, wanted) => {
  const objections = objectionsTo({
    ...{ text, promises: [{ entryId: 'earlier', text: promised, at: evening }], answersToday: [] },
    ...{ entries: [], members: [], to: 'email:alice@example.com', own: [], region: 'GB', now: evening, timeZone },
  })
  expect(objections.map(({ kind, message }) => `${kind}: ${/another (yes or no|\w+)/.exec(message)?.[1]}`)).toEqual(
    wanted,
  )
})

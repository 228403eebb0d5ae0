import { describe, expect, test } from 'vitest'
import { dialogues } from '../../bench/eval/dialogues/dialogue.ts'
import type { Case } from '../../bench/eval/scoring/case.ts'
import type { Mark } from '../../bench/eval/scoring/mark.ts'
import { metricsOf, percentile } from '../../bench/eval/scoring/metrics.ts'
import { score } from '../../bench/eval/scoring/score.ts'
import type { BriefLine } from '../../core/brief/brief.ts'
import { contactSchema } from '../../core/contact/contact.ts'
import { perfectBrief, told, wantedOf } from './perfect-brief.ts'

const at = '2026-03-02T09:30:00.000Z'

const contact = (id: string, direction: 'inbound' | 'outbound', text: string) =>
  contactSchema.parse({
    v: 1,
    id,
    source: 'test',
    channel: 'email',
    kind: 'mail',
    brand: 'Larkfield',
    department: 'service',
    direction,
    occurredAt: at,
    receivedAt: at,
    revision: 0,
    from: { identifier: { type: 'email', value: 'alice@example.com' }, name: 'Alice Hall' },
    to: [],
    text,
    attachments: [],
    evidence: [],
    rawRef: { object: 'test', offset: 0, length: 0 },
  })

const mark = (kind: Mark['kinds'][number], value: string, more: Partial<Mark> = {}): Mark => ({
  kinds: [kind],
  values: [value],
  holder: 'customer',
  entryIds: ['a'],
  stale: false,
  wanted: true,
  ...more,
})

const order = mark('order', '4418220')
const amount = mark('amount', '1249.50 EUR')
const day = mark('date', '2026-02-14')
const phone = mark('phone', '+442079460018')
const cleaned = mark('tried', 'clean', { entryIds: ['c'] })
const taken = mark('order', '4418202', { stale: true })
const bobs = mark('phone', '+442079460033', { holder: 'other', wanted: false })
const bobsOrder = mark('order', '7712345', { holder: 'other', wanted: false })
const ours = mark('phone', '+443069990100', { holder: 'company', entryIds: ['b'], wanted: false })
const advice = mark('tried', 'restart', { holder: 'company', entryIds: ['b'], wanted: false })

const example: Case = {
  id: 'one',
  input: {
    now: '2026-03-03T10:00:00.000Z',
    since: at,
    contacts: [
      { contact: contact('c', 'inbound', 'I cleaned it. No luck.'), asserted: false, conversation: 'm' },
      {
        contact: contact('b', 'outbound', 'Please restart it, or call us on 0306 999 0100.'),
        asserted: false,
        conversation: 'm',
      },
      {
        contact: contact(
          'a',
          'inbound',
          'Order 4418202, sorry, 4418220. I paid 1.249,50 € on 14 February. Call 020 7946 0018. Bob has 020 7946 0033 and order 7712345, size 42',
        ),
        asserted: false,
        conversation: 'm',
      },
    ],
    matters: [{ id: 'm', title: 'Repair', status: 'open', openedAt: at, entryIds: ['a', 'b', 'c'] }],
  },
  marks: [order, amount, day, phone, cleaned, taken, bobs, bobsOrder, ours, advice],
}

const line = (kind: BriefLine['kind'], text: string, more: Partial<BriefLine> = {}): BriefLine => ({
  kind,
  text,
  entryIds: ['a'],
  facts: [],
  ...more,
})

const faults = (...lines: BriefLine[]): string[] =>
  score(example, lines).faults.map(({ type, why }) => `${type}: ${why}`)
const recall = (...lines: BriefLine[]): number => metricsOf([score(example, lines)]).recall ?? Number.NaN

describe('a perfect brief', () => {
  test('scores 1, 0, 0 in every generated dialogue', () => {
    const cases = dialogues(1, 120)
    const metrics = metricsOf(cases.map(one => score(one, perfectBrief(one))))
    expect(metrics).toMatchObject({ recall: 1, wrong: 0, stale: 0, cited: 0, long: 0 })
  })

  test.each([
    'Order 4418220, €1,249.50 on 14.2., phone 020-7946-0018, cleaned it',
    'Bestellung 44 18 220, 1 249,50 EUR am 14. Februar 2026, +44 (0)20 7946 0018, CLEANED',
    'order no. #4418220; 1’249.50 €; Feb 14th; 00442079460018; cleaning',
  ])('may write facts in any way: %s', text => {
    expect(recall(line('told', text, { entryIds: ['a', 'c'] }))).toBe(1)
    expect(faults(line('told', text, { entryIds: ['a', 'c'] }))).toEqual([])
  })
})

describe('what a scorer must not be fooled by', () => {
  test('an empty brief recalls nothing', () => {
    expect(recall()).toBe(0)
    expect(score(example, []).faults).toEqual([])
  })

  test('what stands behind 120 words is not read', () => {
    const words = Array.from({ length: 119 }, () => 'word').join(' ')
    expect(recall(line('told', `${words} 4418220`))).toBe(0.2)
    expect(recall(line('told', `${words} word 4418220`))).toBe(0)
    expect(recall(line('who', words), line('told', 'Order 4418220, €1,249.50'))).toBe(0)
    expect(score(example, [line('who', words), line('told', 'one two')]).words).toBe(121)
  })

  test('repeating all that was said is long, wrong and stale', () => {
    const everything = example.input.contacts.map(({ contact: { id, text } }) => line('told', text, { entryIds: [id] }))
    const metrics = metricsOf([score(example, everything)])
    expect(metrics.wrong).toBeGreaterThanOrEqual(3)
    expect(metrics.stale).toBe(1)
  })

  test('part of a number is not the number', () => {
    expect(recall(line('told', '44182 or 441822'))).toBe(0)
    expect(recall(line('told', '14418220'))).toBe(0)
    expect(recall(line('told', '249,50 €, 13 February, 7946 0018'))).toBe(0)
  })
})

describe('each fault is caught', () => {
  test.each([
    ['a number that nobody stated', line('told', 'Order 4418999'), ['wrong: a number nobody named']],
    [
      'a code that nobody stated, in any line',
      line('answered', 'Sent with JJD0001234'),
      ['wrong: a number nobody named'],
    ],
    ['a day that nobody named', line('promised', 'Call back by 9 March'), ['wrong: a day nobody named']],
    ['a sum that nobody named', line('told', 'Paid £12.40'), ['wrong: a sum nobody named']],
    ['an address that nobody named', line('told', 'bob@example.com'), ['wrong: an address nobody named']],
    ['another person’s phone', line('told', 'Call 020 7946 0033'), ['wrong: another person’s']],
    [
      'another person’s order, in the customer’s own words',
      line('wants', 'My order 7712345'),
      ['wrong: another person’s'],
    ],
    ['the company’s own number as the customer’s', line('told', 'Phone 0306 999 0100'), ['wrong: the company’s']],
    [
      'the company’s own number as what the customer wants',
      line('wants', 'Call 0306 999 0100'),
      ['wrong: the company’s'],
    ],
    ['advice as if it was followed', line('told', 'Restarted it'), ['wrong: the company’s']],
    ['a value that was taken back', line('told', 'Order 4418202'), ['stale: taken back']],
    ['a line that cites nothing', line('who', 'Alice Hall', { entryIds: [] }), ['cited: cites nothing']],
    ['an entry that is not there', line('who', 'Alice Hall', { entryIds: ['z'] }), ['cited: no such entry']],
    [
      'a told fact whose entries do not state it',
      line('told', 'Order 4418220', { entryIds: ['b'] }),
      ['cited: no cited entry states it'],
    ],
  ])('%s', (_, wrong, expected) => {
    expect(faults(wrong)).toEqual(expected)
  })

  const fact = (kind: Mark['kinds'][number], value: string, entryId: string) => ({ kind, value, entryId })

  test.each([
    ['a fact that nobody stated', fact('invoice', '99812', 'a'), ['wrong: nobody stated it']],
    ['words that are no fact', fact('device', 'sorry', 'a'), ['wrong: nobody stated it']],
    ['a number that is none of its kind', fact('date', '2026-04-02', 'a'), ['wrong: nobody stated it']],
    ['a fact of another kind than stated', fact('case', '4418220', 'a'), ['wrong: stated as order']],
    ['another person’s', fact('phone', '+442079460033', 'a'), ['wrong: another person’s']],
    ['one that was taken back', fact('order', '4418202', 'a'), ['stale: taken back']],
    [
      'a remedy from an entry that names none',
      fact('tried', 'switched it off', 'a'),
      ['wrong: no remedy that was tried'],
    ],
    ['a fact whose entry is not cited', fact('tried', 'cleaned', 'c'), ['cited: the fact’s entry is not cited']],
    ['the name that a contact carries', fact('person', 'Alice Hall', 'a'), []],
    ['none', fact('order', '4418220', 'a'), []],
  ])('in the facts of a line: %s', (_, stated, expected) => {
    expect(faults(line('told', 'See the facts', { facts: [stated] }))).toEqual(expected)
  })
})

test('one fault in the text and the facts of a line counts once', () => {
  const facts = [{ kind: 'order' as const, value: '77-12345', entryId: 'a' }]
  expect(faults(line('told', 'Order 7712345', { facts }))).toEqual(['wrong: another person’s'])
})

describe('what is no fault', () => {
  test.each([
    ['the company’s number where agents answered', line('answered', 'Told to call 0306 999 0100', { entryIds: ['b'] })],
    [
      'what we said, as our line tells it',
      line('answered', 'See the facts', {
        entryIds: ['b'],
        facts: [{ kind: 'phone' as const, value: '+443069990100', entryId: 'b' }],
      }),
    ],
    ['a told fact, cited where it was told again', line('told', 'cleaned', { entryIds: ['c'] })],
    ['how many, how long, what time', line('channels', '3 mails in 2 days, the last 24 h ago at 09:30')],
    ['sums and days side by side', line('told', '€1,249.50; 14 Feb 2026', { entryIds: ['a'] })],
    ['the days of contacts', line('who', 'Alice Hall, customer since 2 March 2026')],
    ['a number that somebody did say', line('wants', 'size 42')],
  ])('%s', (_, right) => {
    expect(faults(right)).toEqual([])
  })

  test('a value that another person has too', () => {
    const shared: Case = { ...example, marks: [order, { ...order, holder: 'other' }] }
    expect(score(shared, [told([order])]).faults).toEqual([])
  })
})

test('figures are those of all briefs together', () => {
  const metrics = metricsOf([score(example, [told([order])]), score(example, [told(wantedOf(example))])])
  expect(metrics).toMatchObject({ recall: 0.6, facts: 10, 'recall.order': 1, 'recall.amount': 0.5, wrong: 0 })
  expect([percentile([], 0.95), percentile([3, 1, 2], 0.95), percentile([1, 2, 3, 4], 0.5)]).toEqual([0, 3, 2])
})

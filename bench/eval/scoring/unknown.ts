import type { BriefInput, BriefLine } from '../../../core/brief/brief.ts'
import { amountsIn, sameAmount } from '../reading/amounts.ts'
import { holdsCode, holdsEmail } from '../reading/codes.ts'
import { type Day, datesIn, dayOf, sameDay } from '../reading/dates.ts'
import { folded } from '../reading/words.ts'
import { type Case, showsMark } from './case.ts'
import type { Fault } from './fault.ts'
import { allowedIn } from './forbidden.ts'
import type { Mark } from './mark.ts'

/** Every number, code, day, sum or address of a line that nobody stated and no contact carries. */
export function unknownNumbers(example: Case, line: BriefLine): Fault[] {
  const known = example.marks.filter(mark => allowedIn(line, mark))
  const fault = (what: string, why: string): Fault => ({ type: 'wrong', line: line.kind, what, why })
  const { rest, dates, amounts, addresses } = partsOf(line.text)
  return [
    ...dates
      .filter(({ days, text }) => !days.some(day => knownDay(example, day)) && !knownCode(example, known, text))
      .map(({ text }) => fault(text, 'a day nobody named')),
    ...amounts.filter(text => !knownAmount(example, known, text)).map(text => fault(text, 'a sum nobody named')),
    ...addresses
      .filter(text => !sourcesOf(example.input).some(source => holdsEmail(source, text)))
      .map(text => fault(text, 'an address nobody named')),
    ...numbersIn(rest)
      .filter(text => !countsSomething(line, text) && !knownCode(example, known, text))
      .map(text => fault(text, 'a number nobody named')),
  ]
}

/** A text apart: what is read as a whole is taken out before single numbers are. Offsets of days are those of folded text. */
function partsOf(text: string) {
  const addresses = text.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? []
  const without = addresses
    .reduce((left, address) => left.replace(address, ' ; '), folded(text))
    .replaceAll(/https?:\S+/g, ' ')
  const amounts = amountsIn(without).map(({ start, end }) => without.slice(start, end))
  const priced = folded(amounts.reduce((left, amount) => left.replace(amount, ' ; '), without))
  const dates = datesIn(priced).map(({ start, end, days }) => ({ days, text: priced.slice(start, end) }))
  const rest = dates.reduce((left, { text: date }) => left.replace(date, ' ; '), priced)
  return { addresses, amounts, dates, rest }
}

/** Words and groups of words with digits: `4418-220`, `1z 999 aa1`, `+44 20 7946 0018`. */
const numbersIn = (text: string): string[] =>
  [...text.matchAll(/[+#]?[\p{L}\d]*\d[\p{L}\d]*(?:[\s.\-/()\u2013]{1,2}[\p{L}]{0,3}\d[\p{L}\d]*)*/gu)].map(([all]) =>
    all.trim(),
  )

/** Small numbers count contacts, hours and days, and say what time it was; among told facts they count nothing. */
const countsSomething = ({ kind }: BriefLine, text: string): boolean =>
  kind === 'told' ? /^\d{1,2}$/.test(text) : /^\d{1,3}(?:[:h ]\d\d)?(?: ?(?:h|d|min|m|x|a|o))?$/.test(text)

const knownDay = ({ input, marks }: Case, day: Day): boolean =>
  marks.some(({ kinds, values }) => kinds.includes('date') && values.some(value => sameDay(day, dayOf(value)))) ||
  instantsOf(input).some(instant => sameDay(day, dayOf(instant))) ||
  textsOf(input).some(text => datesIn(text).some(({ days }) => days.some(other => sameDay(day, other))))

const knownAmount = ({ input }: Case, known: readonly Mark[], text: string): boolean =>
  known.some(mark => mark.kinds.includes('amount') && showsMark(text, mark)) ||
  textsOf(input).some(source => amountsIn(source).some(one => amountsIn(text).some(other => sameAmount(one, other))))

/** Each group of a run of numbers is known, or the run as a whole. */
function knownCode({ input }: Case, known: readonly Mark[], text: string): boolean {
  const sources = sourcesOf(input)
  const isKnown = (code: string): boolean =>
    sources.some(source => holdsCode(source, code)) || known.some(mark => showsMark(code, mark))
  if (isKnown(text)) return true
  const groups = text.split(/[\s()]+/).filter(group => /\d/.test(group))
  return groups.length > 1 && groups.every(isKnown)
}

const textsOf = ({ contacts }: BriefInput): string[] =>
  contacts.map(({ contact }) => `${contact.subject ?? ''}\n${contact.text}`)

const sourcesOf = (input: BriefInput): string[] => [
  ...textsOf(input),
  ...input.contacts.flatMap(({ contact }) =>
    [contact.from, ...contact.to].flatMap(({ identifier, name = '', handle = '' }) => [identifier.value, name, handle]),
  ),
  ...input.contacts.map(({ contact }) => contact.brand),
  ...instantsOf(input).flatMap(instant => [instant.slice(0, 4), instant.slice(11, 16)]),
]

const instantsOf = ({ now, since, contacts, matters }: BriefInput): string[] => [
  now,
  ...(since === undefined ? [] : [since]),
  ...contacts.map(({ contact }) => contact.occurredAt),
  ...matters.map(({ openedAt }) => openedAt),
]

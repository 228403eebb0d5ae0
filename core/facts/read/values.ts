import type { FactContext } from '../fact.ts'
import { claim, type Found, overlaps } from '../found.ts'
import { hint, hintsIn } from '../words/hints.ts'
import { spelled } from '../words/spelling.ts'
import { addressesIn } from './address.ts'
import { amountsIn } from './amount.ts'
import { datesIn } from './date.ts'
import { devicesIn } from './device.ts'
import { emailsIn } from './email-address.ts'
import { holderOf } from './holder.ts'
import type { Label } from './labels.ts'
import { personsIn } from './person.ts'
import { phonesIn } from './phone.ts'
import { referencesWritten } from './reference.ts'
import { parcelNumbersIn } from './tracking.ts'
import { triedIn } from './tried.ts'
import { versionsIn } from './version.ts'

/** What a sentence states, and whose it is. */
export type Value = Found & { holder: NonNullable<Found['holder']> }

const noWords = /https?:\/\/\S+|www\.\S+|(?<![\p{L}\p{N}.])[@]\w+|<[^<>\s]{1,200}>/gu

type Reader = (text: string, context: FactContext, hints: number) => Found[]

const readers: readonly Reader[] = [
  emailsIn,
  parcelNumbersIn,
  amountsIn,
  datesIn,
  phonesIn,
  (text, _, hints) => addressesIn(text, hints),
  versionsIn,
  (text, _, hints) => devicesIn(text, hints),
]

/** What the company names may be put right by the customer; its devices, names and advice are nobody's facts. */
const ofCompany = readers.slice(0, 6)

/** Every fact has a digit, an @, a word that hints at it, or a name in capitals behind words that introduce it. */
const mayHold = (text: string, hints: number, opened: Label | undefined): boolean =>
  (hints & (hint.device | hint.tried | hint.person | hint.day)) !== 0 ||
  opened !== undefined ||
  /[\d@]| \p{Lu}/u.test(text)

/** What a sentence states, in its order. `hints` are its `hintsIn`; `opened` is a label that the sentence before left open. */
export function valuesIn(sentence: string, context: FactContext, hints: number, opened?: Label): Value[] {
  if (!mayHold(sentence, hints, opened)) return []
  const text = sentence.replace(noWords, written =>
    written.includes('@') && written.startsWith('<') ? written : ' '.repeat(written.length),
  )
  const isOurs = context.by === 'company'
  const typed = (isOurs ? ofCompany : readers).reduce<Found[]>(
    (taken, read) => claim(taken, read(text, context, hints)),
    [],
  )
  const sure = typed.filter(found => !isPlainDevice(found, text))
  const found = claim(claim(sure, referencesWritten(text, sure, opened)), isOurs ? [] : personsIn(text, context, hints))
  const right = found.length === 0 ? text : spelled(text)
  const all = right === text ? hints : hints | hintsIn(right)
  const held = found.sort((a, b) => a.start - b.start).map((value, at) => hold(text, value, found, at, context, all))
  const tried = (isOurs ? [] : triedIn(text, context, hints)).map(value => ({ ...value, holder: 'author' as const }))
  return [
    ...held,
    ...tried.filter(
      one => !held.some(value => value.kind === 'device' && overlaps(one, value) && value.start <= one.start),
    ),
  ]
}

const isPlainDevice = ({ kind, start }: Found, text: string): boolean => kind === 'device' && text[start - 1] === '#'

function hold(
  text: string,
  value: Found,
  all: readonly Found[],
  at: number,
  context: FactContext,
  hints: number,
): Value {
  const spot = {
    start: value.start,
    end: value.end,
    from: all[at - 1]?.end ?? 0,
    until: all[at + 1]?.start ?? text.length,
  }
  return {
    ...value,
    holder: value.holder ?? (value.kind === 'person' ? 'author' : holderOf(text, spot, value.kind, context, hints)),
  }
}

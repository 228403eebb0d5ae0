import type { FactContext } from '../../facts/fact.ts'
import { plainCode, plainWords } from '../../facts/found.ts'
import { isSame } from '../../facts/memory.ts'
import { addressesIn } from '../../facts/read/address.ts'
import { amountsIn } from '../../facts/read/amount.ts'
import { datesIn } from '../../facts/read/date.ts'
import { emailsIn } from '../../facts/read/email-address.ts'
import { labelsIn } from '../../facts/read/labels.ts'
import { type Sentence, sentencesOf } from '../../facts/sentence.ts'
import { hint, hintsIn } from '../../facts/words/hints.ts'
import { holdsCode, holdsMail, holdsPhone, type Searched } from './written.ts'

export const quotedKinds = ['number', 'amount', 'mail address', 'address'] as const

/**
 * Something in a text that could only be known from somewhere, with its words there. `number`: an order, account,
 * telephone or other number, by its letters and digits; other values are those of core/facts.
 */
export type Quoted = { kind: (typeof quotedKinds)[number]; value: string; written: string }

/** An answer has few; what goes beyond is a list that nobody types. */
const mostQuoted = 200

/** What a text quotes, by its place. Times, days and years are nothing that could be somebody's. */
export function quotedIn(text: string, context: FactContext): Quoted[] {
  if (!/[\d@]/.test(text)) return []
  return sentencesOf(text)
    .flatMap(sentence => quotedBy(sentence, context))
    .slice(0, mostQuoted)
}

type Span = { start: number; end: number }

function quotedBy({ text }: Sentence, context: FactContext): Quoted[] {
  if (!/[\d@]/.test(text)) return []
  const hints = hintsIn(text)
  const mails = emailsIn(text)
  const amounts = amountsIn(text, context, hints | hint.money)
  const addresses = addressesIn(text, hints)
  const days = datesIn(text, context, hints)
  const of = (kind: Quoted['kind'], found: readonly (Span & { value: string })[]): Quoted[] =>
    found.map(({ value, start, end }) => ({ kind, value, written: text.slice(start, end) }))
  return [
    ...of('mail address', mails),
    ...of(
      'amount',
      amounts.filter(({ value }) => isTellingAmount(value)),
    ),
    ...of('address', addresses),
    ...numbersIn(text, [...mails, ...amounts, ...days, ...handlesIn(text)]),
  ]
}

const token = /\p{L}{0,5}[-/]?\d[\p{L}\p{N}]{0,40}/gu
const gap = /^[\s\u00a0\-–./_()]{0,3}$/
/** More groups than that are more than one number. */
const mostGroups = 6

type Token = Span & { code: string }

/** Rows of digits, with and without the letters before them, each group alone and with those that follow it. */
function numbersIn(text: string, taken: readonly Span[]): Quoted[] {
  const tokens = [...text.matchAll(token)]
    .map(({ 0: written, index }) => ({ code: plainCode(written), start: index, end: index + written.length }))
    .filter(({ start, end }) => !taken.some(other => start < other.end && other.start < end))
  return tokens.flatMap((first, at) => {
    const run = runFrom(first, tokens.slice(at + 1, at + mostGroups), text)
    const whole = run.map((last, n) => ({
      code: run
        .slice(0, n + 1)
        .map(({ code }) => code)
        .join(''),
      end: last.end,
    }))
    const codes = [...whole, { code: first.code.replace(/^\p{L}+/u, ''), end: first.end }]
    return codes
      .filter(({ code }) => isTelling(code))
      .map(({ code, end }) => ({ kind: 'number', value: code, written: text.slice(first.start, end) }))
  })
}

function runFrom(first: Token, following: readonly Token[], text: string): Token[] {
  const run = [first]
  for (const next of following) {
    if (!gap.test(text.slice(run.at(-1)?.end, next.start))) break
    run.push(next)
  }
  return run
}

/** A round sum below a hundred may be anybody's, and a price besides. */
const isTellingAmount = (value: string): boolean => /\d{3}\.|\.(?!00$)\d/.test(value)

/** Names on networks are names, whatever digits they have. */
const handlesIn = (text: string): Span[] =>
  [...text.matchAll(/@[\p{L}\p{N}_.]{1,64}/gu)].map(({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
  }))

/** Four digits or more that are no year. */
const isTelling = (code: string): boolean =>
  code.length <= 40 && (code.match(/\d/g)?.length ?? 0) >= 4 && !/^(?:19|20)\d\d$/.test(code)

/** Whether somebody who knows a text knows what is quoted. */
export function isIn(within: Searched, { kind, value }: Quoted, context: FactContext): boolean {
  switch (kind) {
    case 'number':
      return holdsCode(within, value) || (/^\d{7,}$/.test(value) && holdsPhone(within, value))
    case 'mail address':
      return holdsMail(within, value)
    case 'amount':
      return mayHoldAmount(within.text, value) && amountsOf(within.text, context).includes(value)
    case 'address':
      return holdsAddress(within, value)
    default:
      return kind satisfies never
  }
}

/** Four digits alone may be anything: they are a number of somebody's where the text says so. */
export const isToldIn = (within: Searched, quoted: Quoted, context: FactContext): boolean =>
  isIn(within, quoted, context) && (quoted.value.length > 4 || isLabelled(within.text, quoted.value))

const labelReach = 40

/** Whether a word like "order" or "invoice number" stands before a number. */
function isLabelled(text: string, code: string): boolean {
  for (let at = text.indexOf(code); at >= 0; at = text.indexOf(code, at + 1)) {
    const labels = labelsIn(text.slice(Math.max(0, at - labelReach), at))
    if (labels.some(({ kind }) => kind !== 'none' && kind !== 'neutral')) return true
  }
  return false
}

/** However thousands are grouped, the last three digits before the decimals stand together. */
const mayHoldAmount = (text: string, value: string): boolean =>
  text.includes(/(\d{1,3})(?:\.|$)/.exec(value)?.[1] ?? value)

const amountsOf = (text: string, context: FactContext): string[] =>
  /\d/.test(text)
    ? sentencesOf(text).flatMap(one => amountsIn(one.text, context, hint.money).map(({ value }) => value))
    : []

function holdsAddress({ text, digits }: Searched, value: string): boolean {
  if (!digits.includes(/\d+/.exec(value)?.[0] ?? '')) return false
  const isWhole = ` ${plainWords(text)} `.includes(` ${value} `)
  return isWhole || addressesOf(text).some(one => isSame({ kind: 'address', value }, one))
}

const addressesOf = (text: string): string[] =>
  sentencesOf(text).flatMap(one => addressesIn(one.text, hintsIn(one.text)).map(({ value }) => value))

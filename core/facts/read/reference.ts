import type { Found } from '../found.ts'
import { plainCode } from '../found.ts'
import { fillers } from '../words/reference-words.ts'
import { type Label, labelsIn } from './labels.ts'

/** Letters and digits with single signs between, one digit at least; or groups of digits with spaces. */
const candidate =
  /(?<![\p{L}\p{N}@.,:_/&-]|\d['’])(?:(?!(?:TEL|FAX|MOB|CELL|NO|NR|ID|REF|PHONE) )[A-Z]{2,5} (?=\d{3})|[B-DGJ-LNOQ-SUVX-Z] (?=\d{5}))?(?:(?:\d{3}(?: \d{3}){1,5} \d{1,2}|\d{4}(?: \d{4}){1,5} \d{1,3}|\d{2,6}(?: \d{2,6}){1,5})(?![\p{L}\p{N}])|[A-Za-z0-9]+(?:[-_/.][A-Za-z0-9]+){0,7})(?![\p{L}\p{N}@]|[.,:]\d|[’'°]\d|-\p{L})/gu
/** Without a digit only capitals right behind a label are a number: "booking XKQPLM". */
const lettersOnly = /(?<![\p{L}\p{N}])[A-Z]{5,8}(?![\p{L}\p{N}])/gu

const unitBehind =
  /^[ -]?(?:%|°|€|\$|£|(?:st|nd|rd|th|x|am|pm|uhr|h|hrs?|hours?|mins?|minutes?|secs?|seconds?|days?|weeks?|months?|years?|yrs?|times?|tage?n?|wochen?|monate?n?|jahre?n?|stunden?|minuten?|mal|stück|heures?|jours?|semaines?|mois|ans?|fois|días?|semanas?|mes(?:es)?|años?|horas?|veces|items?|pieces?|pairs?|people|km|kg|g|cm|mm|m|miles?|gb|mb|tb|mbps|mhz|ghz|inch|zoll|volt|watt|w|v|mah|points?|followers|viewers)(?![\p{L}\p{N}]))/iu
const yearBefore = /(?:^|[^\p{L}])(?:in|of|since|from|year|im|seit|von|aus|en|de|depuis|desde|del|jahr)\s*$/iu
const onlyFillers = new RegExp(`^(?:[\\s:：=#№º°.,;()"'“”„»«*_/–-]|(?<![\\p{L}])(?:${fillers})(?![\\p{L}]))*$`, 'iu')
const numberWord = /(?:#|№|n[º°]|(?:^|[^\p{L}])(?:n[or]|num|number|nummer|nr|id|numéro|número|ref|code)\b)[.:\s]*$/iu
const listBetween =
  /^[\s,;/&+]*(?:(?:and|und|et|y|or|oder|ou|o|e|en|as well as|sowie)[\s,]*)?(?:#|no\.? ?|nr\.? ?|the )?$/iu
const labelBehind =
  /^[\s,)]*(?:(?:is|was|ist|war|est|es|would be|\(|=|–|-)[\s]*)(?:(?:my|our|the|meine?|unsere?|die|der|das|mon|ma|notre|le|la|mi|nuestro|el|l['’])\s*)?/iu

/**
 * References and accounts of a sentence, told by the words beside them. What looks like one but stands without such words is
 * a `code`. `taken` is what other readers found; `opened` a label that the text before left open ("My order number?").
 */
export function referencesWritten(text: string, taken: readonly Found[], opened?: Label): Found[] {
  if (!/\d/.test(text) && opened === undefined && !/[A-Z]{5}/.test(text)) return []
  const found: Found[] = []
  const candidates = places(text, taken)
  const labels = candidates.length === 0 ? [] : labelsIn(text)
  for (const place of candidates) {
    const named = nameOf(text, place, labels, found, opened)
    if (named) found.push(named)
  }
  return found
}

/** "5-min", "2-for-1", "20-year-old". */
const isPhrase = /^\d+(?:-[a-z]+)+(?:-\d+)?$/

type Place = { written: string; start: number; end: number }

function places(text: string, taken: readonly Found[]): Place[] {
  const words = [...text.matchAll(candidate), ...text.matchAll(lettersOnly)]
  return words
    .map(({ 0: written, index }) => ({ written, start: index, end: index + written.length }))
    .filter(({ written }) => (/\d/.test(written) || /^[A-Z]{5,8}$/.test(written)) && !isPhrase.test(written))
    .filter(place => !taken.some(({ start, end }) => place.start < end && start < place.end))
    .sort((a, b) => a.start - b.start)
}

function nameOf(
  text: string,
  place: Place,
  labels: readonly Label[],
  earlier: readonly Found[],
  opened: Label | undefined,
): Found | undefined {
  const value = plainCode(place.written)
  const last = earlier.at(-1)
  const between = last === undefined ? undefined : text.slice(last.end, place.start)
  if (value.length > 35 || unitBehind.test(text.slice(place.end, place.end + 14))) return undefined
  const whole = { value, start: place.start, end: place.end }
  if (last?.label && between !== undefined && listBetween.test(between) && isCode(place, 4))
    return { ...whole, kind: last.kind, label: last.label }
  const behind = labelAfter(text, place, labels)
  const label = labelBefore(text, place, labels, earlier) ?? behind ?? (isOpening(text, place) ? opened : undefined)
  if (label === undefined && last?.label && between !== undefined && pronoun.test(between) && isCode(place, 3))
    return { ...whole, kind: last.kind, label: { start: last.end, end: last.end } }
  if (label === undefined) return unnamed(text, place)
  if (label.kind === 'none' || label.kind === 'neutral') return undefined
  return { ...whole, kind: label.kind, label: { start: label.start, end: label.end } }
}

/** "… and mine is": of the kind that was just named. */
const pronoun =
  /(?<![\p{L}])(?:mine|ours|his|hers|theirs|meine[rs]?|unsere[rs]?|ihre[rs]?|seine[rs]?|l[ae] (?:mien|nôtre|sien)(?:ne)?|celle|celui|l[ao] mí[ao]|el mío|l[ao] suy[ao]|el suyo|(?:el|la) de)(?![\p{L}])/iu

/** "My order number? It is 4471": a number at the beginning answers what the sentence before left open. */
const isOpening = (text: string, place: Place): boolean =>
  isCode(place, 3) && place.start < 24 && onlyFillers.test(text.slice(0, place.start))

/** Beginnings that systems give their numbers. */
const prefixes = [
  ['case', /^(?:(?:CASE?|INC|SR|TKT|TCK|TICKET|CRM|CS)[-:_]|INC(?=\d{5}))/i],
  ['order', /^(?:ORD|ORDER|PO|SO|BK)[-:_]/i],
  ['invoice', /^(?:INV|INVOICE|RG|RE|RECH|FAC|FACT)[-:_]/i],
  ['account', /^(?:ACC|ACCT|CUST|KD|KDNR)[-:_]/i],
] as const

function unnamed(text: string, place: Place): Found | undefined {
  const value = plainCode(place.written)
  if (!isCode(place, 4) || isYear(text, place) || isCardNumber(value)) return undefined
  const kind = prefixes.find(([, begins]) => begins.test(place.written))?.[0] ?? 'code'
  return { kind, value, start: place.start, end: place.end }
}

/** Cards of payment (ISO/IEC 7812: 16 digits that pass Luhn's check) are never repeated. */
function isCardNumber(value: string): boolean {
  if (!/^\d{16}$/.test(value)) return false
  const sum = [...value].reduce((total, sign, at) => {
    const doubled = Number(sign) * (at % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

/** The nearest label before that no other number has taken; a neutral word ("reference") takes the name beside it. */
function labelBefore(
  text: string,
  place: Place,
  labels: readonly Label[],
  earlier: readonly Found[],
): Label | undefined {
  const free = labels.filter(
    label =>
      label.end <= place.start &&
      place.start - label.end <= reach &&
      !earlier.some(({ label: used }) => used?.start === label.start),
  )
  const nearest = effective(text, free)
  if (nearest === undefined) return undefined
  const gap = withoutTaken(text, nearest.end, place.start, earlier)
  if (onlyFillers.test(gap)) return isPlausible(text, place, gap, nearest.isNumber) ? nearest : undefined
  return isCode(place, 5) && !isYear(text, place) && !/[:;]/.test(gap) && gap.split(/\s+/).length <= 8
    ? nearest
    : undefined
}

const reach = 80

/** What stands between, without numbers that other labels have. */
function withoutTaken(text: string, from: number, to: number, earlier: readonly Found[]): string {
  const cuts = earlier.flatMap(({ start, end, label }) => (label ? [label, { start, end }] : [{ start, end }]))
  return cuts
    .filter(({ start, end }) => start >= from && end <= to)
    .sort((a, b) => b.start - a.start)
    .reduce((gap, { start, end }) => gap.slice(0, start - from) + gap.slice(end - from), text.slice(from, to))
}

/** A neutral word ("reference", "number") takes the name of the label before it; alone, a reference is of a case. */
function effective(text: string, free: readonly Label[]): (Label & { isNumber: boolean }) | undefined {
  const nearest = free.at(-1)
  if (nearest?.kind !== 'neutral') return nearest && { ...nearest, isNumber: false }
  const named = free.findLast(({ kind }) => kind !== 'neutral')
  const isReference = /^r[eéi][fi]/i.test(text.slice(nearest.start, nearest.end))
  const isBeside = named && onlyFillers.test(text.slice(named.end, nearest.start).replace(neutralWords, ''))
  if (named && (isBeside || !isReference)) return { ...named, end: nearest.end, isNumber: true }
  return isReference ? { ...nearest, kind: 'case', isNumber: true } : undefined
}

const neutralWords = /(?:ref(?:erence)?|number|id|code|confirmation)s?/giu

function labelAfter(text: string, place: Place, labels: readonly Label[]): Label | undefined {
  const joint = labelBehind.exec(text.slice(place.end, place.end + 40))
  if (joint === null || !isCode(place, 3)) return undefined
  const from = place.end + joint[0].length
  return labels.find(({ start, kind }) => start === from && kind !== 'neutral')
}

/** Right behind a label a short number is one too, but not a count: "my order of 3 shirts". */
function isPlausible(text: string, place: Place, gap: string, isNumber: boolean): boolean {
  if (!/\d/.test(place.written)) return /[A-Z]{5,8}/.test(place.written)
  const isNamed = isNumber || numberWord.test(text.slice(Math.max(0, place.start - 14), place.start))
  if (isNamed || /^[^\p{L}]*(?:number|nummer|id|nr)/iu.test(gap)) return plainCode(place.written).length >= 2
  return isCode(place, 3) && !isYear(text, place)
}

const isCode = ({ written }: Place, least: number): boolean =>
  plainCode(written).length >= least && /\d/.test(written) && !/^\d{1,2}[:.]\d{2}$/.test(written)

const isYear = (text: string, { written, start }: Place): boolean =>
  /^(?:19|20)\d{2}$/.test(written) && yearBefore.test(text.slice(Math.max(0, start - 10), start))

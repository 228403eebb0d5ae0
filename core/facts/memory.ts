import type { FactKind } from './fact.ts'
import type { Carried } from './read/correct.ts'

/** A value that the customer stated before. */
export type Known = { kind: FactKind; value: string }

/**
 * What was said before a text, as far as reading it needs: what the author stated, oldest first; what they were just asked
 * for; what the other side named last, and what it asked to be meant; which remedy it asked about; what the author's
 * last text left open.
 */
export type Memory = {
  known: readonly Known[]
  asked: readonly FactKind[]
  named: readonly Known[]
  meant?: readonly Known[]
  triable?: string
  carried?: Carried
}

export const nothingBefore: Memory = { known: [], asked: [], named: [] }

/** Whether one value may be a slip of the other: the same signs in another order, or few different ones. */
export function isNear(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  const isSameSigns = a.length === b.length && [...a].sort().join('') === [...b].sort().join('')
  return isSameSigns || differing(a, b) <= Math.max(1, Math.floor(a.length / 5))
}

/** Signs that differ behind the common beginning and before the common end. */
function differing(a: string, b: string): number {
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  let back = 0
  while (back < Math.min(a.length, b.length) - from && a.at(-1 - back) === b.at(-1 - back)) back++
  return Math.max(a.length, b.length) - from - back
}

/** Whether a fact says what a value says that was written in another way. */
export function isSame({ kind, value }: { kind: FactKind | 'code'; value: string }, other: string): boolean {
  if (value === other) return true
  if (kind === 'phone') return value.length > 7 && isNationalEnd(value, other)
  if (kind === 'date') return isSameDay(value, other)
  return kind === 'address' && /\d/.test(other) && (isPart(value, other) || isPart(other, value))
}

/** A phone of an unknown country, by its digits alone, is the one that is written with its country. */
function isNationalEnd(a: string, b: string): boolean {
  const [national, whole] = a.startsWith('+') ? [b, a] : [a, b]
  return whole.startsWith('+') && national.length > 7 && whole.endsWith(national.replace(/^0/, ''))
}

/** `5/3/2026`, which may be either day, is the day that was written out. */
function isSameDay(a: string, b: string): boolean {
  const [open, safe] = a.includes('/') ? [a, b] : [b, a]
  const [, first, second, year] = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(open) ?? []
  const [, wholeYear, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(safe) ?? []
  const short = `${first}/${second}`
  if (safe.includes('/')) return safe === short || (year === undefined && safe.startsWith(`${short}/`))
  if (first === undefined || month === undefined || (year !== undefined && year !== wholeYear)) return false
  const pair = [Number(first), Number(second)].sort().join()
  return pair === [Number(month), Number(day)].sort().join()
}

/** A street and its number are the address that is written with its town. */
const isPart = (part: string, whole: string): boolean =>
  part.split(' ').length >= 2 && /\d/.test(part) && /\p{L}{4}/u.test(part) && ` ${whole} `.includes(` ${part} `)

/** The same signs in another order. */
export const isPermuted = (a: string, b: string): boolean =>
  a !== b && a.length === b.length && [...a].sort().join('') === [...b].sort().join('')

/** Whether two references are of one make: as long, and with letters where the other has them. */
export const isAlike = (a: string, b: string): boolean =>
  Math.abs(a.length - b.length) <= 2 && /\p{L}/u.test(a) === /\p{L}/u.test(b)

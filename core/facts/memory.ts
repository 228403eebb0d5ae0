import type { FactKind } from './fact.ts'
import type { Carried } from './read/correct.ts'

/** A value that the customer stated before. */
export type Known = { kind: FactKind; value: string }

/**
 * What was said before a text, as far as reading it needs: what the author stated, oldest first; what they were just asked
 * for; what the other side named last, and which remedy it asked about; what the author's last text left open.
 */
export type Memory = {
  known: readonly Known[]
  asked: readonly FactKind[]
  named: readonly Known[]
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

/** Whether two references are of one make: as long, and with letters where the other has them. */
export const isAlike = (a: string, b: string): boolean =>
  Math.abs(a.length - b.length) <= 2 && /\p{L}/u.test(a) === /\p{L}/u.test(b)

import type { Field } from './document.ts'
import { isName, type Occurrence, textOf } from './occurrences.ts'
import { type Need, sameNumber, type Term } from './query.ts'

/** A piece of a field with the hits in it: UTF-16 offsets within `text`. */
export type Excerpt = { field: Field['field']; text: string; marks: { start: number; end: number }[] }

/** What is shown before the first hit, and in all. */
const lead = 60
const longest = 240
const maxExcerpts = 4

/** Where what was typed stands in a contact, by field; nothing for fields without a hit. */
export function excerptsOf(fields: readonly Field[], terms: readonly Term[]): Excerpt[] {
  const needs = terms.flatMap(({ ways }) => ways.flat())
  const excerpts = fields.flatMap(field => {
    const hits = field.occurrences.filter(occurrence => needs.some(need => isHit(occurrence, need)))
    return hits.length === 0 ? [] : [cutOut(field, apart(hits))]
  })
  return [...new Map(excerpts.map(excerpt => [JSON.stringify(excerpt), excerpt])).values()].slice(0, maxExcerpts)
}

function isHit({ token, digits }: Occurrence, need: Need): boolean {
  if ('token' in need) return token === need.token
  if ('digits' in need) return digits !== undefined && sameNumber(digits, need.digits)
  return isName(token) && textOf(token).startsWith(need.prefix)
}

type Mark = Excerpt['marks'][number]

/** What overlaps is one mark. */
function apart(hits: Occurrence[]): Mark[] {
  const marks: Mark[] = []
  for (const { start, end } of [...hits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = marks.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else marks.push({ start, end })
  }
  return marks
}

function cutOut({ field, text }: Field, marks: Mark[]): Excerpt {
  const first = marks[0]?.start ?? 0
  const from = text.length <= longest ? 0 : wordStart(text, Math.max(0, first - lead), first)
  const to = Math.min(text.length, from + longest)
  const piece = text.slice(from, to).replace(/[\uD800-\uDBFF]$/, '')
  const inside = marks.map(({ start, end }) => ({ start: start - from, end: Math.min(end - from, piece.length) }))
  return { field, text: piece, marks: inside.filter(({ start, end }) => start < end) }
}

/** Behind the next gap between words, if one comes before the hit; never inside a surrogate pair. */
function wordStart(text: string, at: number, hit: number): number {
  if (at === 0) return 0
  const gap = text.slice(at, hit).search(/\s/)
  if (gap >= 0) return at + gap + 1
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at
}

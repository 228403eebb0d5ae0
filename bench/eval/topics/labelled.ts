import { parse } from 'csv-parse/sync'
import * as z from 'zod'
import { fnv1a } from '../../../core/search/hash.ts'
import { corpusFiles } from '../corpus.ts'

/** A text of a customer, and what it is about by those who marked it. */
export type Labelled = { text: string; label: string }

/** What a table of a set is known by: its columns. */
const columns: Record<string, { label: string; without: readonly string[] }> = {
  banking77: { label: 'category', without: [] },
  clinc150: { label: 'intent', without: ['oos'] },
}
export type LabelledSet = keyof typeof columns
export const labelledSets: readonly LabelledSet[] = Object.keys(columns)

/** Every text of a set that lies in the corpus, each once; none where the set is absent. */
export function labelledTexts(corpus: string, set: LabelledSet): Labelled[] {
  const found = new Map<string, Labelled>()
  for (const file of corpusFiles(corpus)) {
    if (file.type !== 'csv') continue
    for (const row of rowsOf(file.text, set)) found.set(row.text, row)
  }
  return [...found.values()]
}

function rowsOf(text: string, set: LabelledSet): Labelled[] {
  const { label, without } = columns[set] ?? { label: set, without: [] }
  const header = text
    .slice(0, text.indexOf('\n'))
    .replace(/[\r\uFEFF]/g, '')
    .split(',')
  if (!header.includes('text') || !header.includes(label)) return []
  const read: unknown = parse(text, { columns: true, skip_empty_lines: true, bom: true, relax_column_count: true })
  const row = z.looseObject({ text: z.string().min(1), [label]: z.string().min(1) })
  return z
    .array(row)
    .parse(read)
    .map(one => ({ text: z.string().parse(one.text), label: z.string().parse(one[label]) }))
    .filter(one => !without.includes(one.label))
}

/**
 * A quarter of the texts, by their own hash, is what weights and limits were chosen on; what is reported is measured on
 * the rest.
 */
export const isForTuning = (text: string): boolean => mixed(fnv1a(text)) % 4 === 0

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (once ^ (once >>> 13)) >>> 0
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import type { Finding, Format } from '../../core/channels/channel.ts'
import { contactSchema } from '../../core/contact/contact.ts'
import type { Source } from '../../core/source/source.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const corpus = process.env.THROUGHLINE_CORPUS ?? resolve(root, '../shared/data')

/** The sets of a part of the corpus, as folders; none, with a clear line, where the corpus is not there. */
export function corpusSets(part: string): { name: string; folder: string }[] {
  const folder = join(corpus, part)
  if (!existsSync(folder)) {
    console.log(`SKIPPED: no real files at ${folder}; set THROUGHLINE_CORPUS to where they lie.`)
    return []
  }
  const names = readdirSync(folder).filter(name => statSync(join(folder, name)).isDirectory())
  return names.sort().map(name => ({ name, folder: join(folder, name) }))
}

/** Every file below a folder but truths (`_expected…`, `_notes…`), by its path in it. */
export function filesBelow(folder: string): { path: string; bytes: Uint8Array }[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = paths.filter(
    path => statSync(join(folder, path)).isFile() && !/(^|\/)_(expected|notes|threads)/.test(path),
  )
  return files.sort().map(path => ({ path, bytes: new Uint8Array(readFileSync(join(folder, path))) }))
}

export const realAt = '2026-03-02T12:00:00.000Z'

export type RealRow = { bytes: Uint8Array; context?: string; offset: number; length: number; findings: Finding[] }

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

/** A file as its door would take it: cut into rows where the format cuts, else as one payload. */
export async function readReal(
  format: Format,
  bytes: Uint8Array,
  source: Source,
  mapping?: object,
): Promise<RealRow[]> {
  if (format.split === undefined) return [await readRow(format, source, { bytes, offset: 0, length: bytes.length })]
  const rows: RealRow[] = []
  for await (const row of format.split(whole(bytes))) {
    const context = mapping ? JSON.stringify({ header: row.context ?? '', mapping }) : row.context
    rows.push(await readRow(format, source, { ...row, ...(context !== undefined && { context }) }))
  }
  return rows
}

async function readRow(format: Format, source: Source, row: Omit<RealRow, 'findings'>): Promise<RealRow> {
  const { bytes, context, offset, length } = row
  const rawRef = { object: 'files/real', offset, length }
  const payload = { bytes, receivedAt: realAt, rawRef, ordinal: 0, ...(context !== undefined && { context }) }
  const findings = await format.parse(payload, source)
  for (const finding of findings) if (finding.type === 'contact') contactSchema.parse(finding.contact)
  return { ...row, findings }
}

/** Whether two values are equal. An assertion about this prints true or false; one about the values would print them. */
export const same = (a: unknown, b: unknown): boolean => isDeepStrictEqual(a, b)

/** Prints, for each set, what its files became. No line holds anything out of a file. */
export function printTable(title: string, tallies: Map<string, Map<string, number>>): void {
  const lines = [...tallies].flatMap(([set, counts]) => [
    `  ${set}`,
    ...[...counts].sort(([, a], [, b]) => b - a).map(([what, count]) => `    ${String(count).padStart(6)}  ${what}`),
  ])
  console.log([title, ...lines].join('\n'))
}

export function tally(counts: Map<string, number>, findings: Finding[]): void {
  for (const finding of findings) counts.set(wordsOf(finding), (counts.get(wordsOf(finding)) ?? 0) + 1)
}

function wordsOf(finding: Finding): string {
  switch (finding.type) {
    case 'contact':
      return `contact: ${finding.contact.channel} ${finding.contact.kind} ${finding.contact.direction}`
    case 'deletion':
      return 'deletion'
    case 'fact':
      return `fact: ${finding.fact.kind}`
    case 'not-a-contact':
    case 'set-aside':
      return `${finding.type}: ${finding.reason.replace(/(names no|has no) column .*/, '$1 column …')}`
    default:
      return finding satisfies never
  }
}

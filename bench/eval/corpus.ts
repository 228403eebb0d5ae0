import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const largest = 200_000_000

/** A file of the corpus by what it holds: parsed JSON, or the text of a table. Its name and place mean nothing. */
export type CorpusFile = { type: 'json'; value: unknown } | { type: 'csv'; text: string }

/**
 * Every JSON and CSV file of the corpus, by listing its folders: another part of the same sources may be laid there under
 * other names. A file that cannot be read as what it says is passed over, as are those that are too large.
 */
export function* corpusFiles(corpus: string): Generator<CorpusFile> {
  if (!existsSync(corpus)) return
  for (const path of readdirSync(corpus, { recursive: true, encoding: 'utf8' }).sort()) {
    const full = join(corpus, path)
    if (!/\.(json|csv)$/i.test(path)) continue
    const { size } = statSync(full)
    if (size > largest) continue
    if (/\.csv$/i.test(path)) yield { type: 'csv', text: readFileSync(full, 'utf8') }
    else yield* parsed(readFileSync(full, 'utf8'))
  }
}

function* parsed(text: string): Generator<CorpusFile> {
  try {
    yield { type: 'json', value: JSON.parse(text) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
}

import { parse } from 'csv-parse/sync'
import * as z from 'zod'
import { languageOf } from '../../../core/language/language-of.ts'
import { type Label, sentimentSchema } from '../../../core/sentiment/sentiment.ts'
import { corpusFiles } from '../corpus.ts'

const rowSchema = z.object({ airline_sentiment: sentimentSchema, text: z.string().min(1) })

/** Every tweet to an airline whose sentiment people marked, each text once; none where the table is absent. */
export function airlineTweets(corpus: string): Label[] {
  const found = new Map<string, Label>()
  for (const file of corpusFiles(corpus)) {
    if (file.type !== 'csv' || !/^[^\n]*\bairline_sentiment\b/.test(file.text)) continue
    const read: unknown = parse(file.text, {
      columns: true,
      skip_empty_lines: true,
      bom: true,
      relax_column_count: true,
    })
    for (const row of z.array(z.unknown()).parse(read)) {
      const { success, data } = rowSchema.safeParse(row)
      if (!success) continue
      const { text, airline_sentiment: sentiment } = data
      found.set(text, { id: text, text, sentiment, language: languageOf(text) ?? 'en' })
    }
  }
  return [...found.values()]
}

import { parse } from 'csv-parse/sync'
import * as z from 'zod'
import type { Thread, Turn } from './thread.ts'

const rowSchema = z.object({
  tweet_id: z.string().min(1),
  author_id: z.string().min(1),
  inbound: z.string(),
  created_at: z.string(),
  text: z.string(),
  in_response_to_tweet_id: z.string(),
})
type Row = z.infer<typeof rowSchema>

/** The threads of a table of tweets that say what they answer; none of a table of another shape. */
export function tweetThreads(text: string): Thread[] {
  if (!/^[^\n]*\bin_response_to_tweet_id\b/.test(text)) return []
  const read: unknown = parse(text, { columns: true, skip_empty_lines: true, bom: true, relax_column_count: true })
  const rows = z.array(z.unknown()).parse(read).flatMap(readRow)
  const byId = new Map(rows.map(row => [row.tweet_id, row]))
  const groups = Map.groupBy(rows, row => firstOf(row, byId))
  return [...groups.values()].flatMap(threadOf)
}

/** A row that is damaged is passed over: real tables have some. */
function readRow(value: unknown): Row[] {
  const read = rowSchema.safeParse(value)
  return read.success && !Number.isNaN(Date.parse(read.data.created_at)) ? [read.data] : []
}

/** The tweet that began the thread of this one, as far as the table has it. */
function firstOf(row: Row, byId: ReadonlyMap<string, Row>): string {
  const seen = new Set<string>()
  let first = row
  for (
    let next = byId.get(row.in_response_to_tweet_id);
    next !== undefined && !seen.has(next.tweet_id);
    next = byId.get(first.in_response_to_tweet_id)
  ) {
    seen.add(next.tweet_id)
    first = next
  }
  return first.tweet_id
}

/** The first customer's tweets and the company's answers to them. What other customers wrote there is not theirs. */
function threadOf(rows: readonly Row[]): Thread[] {
  const turns = rows.map(turnOf).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : Number(a.id) - Number(b.id)))
  const customer = turns.find(({ inbound }) => inbound)?.author
  if (customer === undefined) return []
  const own = new Set(turns.filter(({ author }) => author === customer).map(({ id }) => id))
  const answers = new Set(rows.filter(row => own.has(row.in_response_to_tweet_id)).map(({ tweet_id }) => tweet_id))
  const kept = turns.filter(turn => own.has(turn.id) || (!turn.inbound && answers.has(turn.id)))
  return kept.length < 2 ? [] : [{ channel: 'mention', turns: kept }]
}

const turnOf = (row: Row): Turn => ({
  id: row.tweet_id,
  at: new Date(row.created_at).toISOString(),
  author: row.author_id,
  inbound: row.inbound.toLowerCase() === 'true',
  text: row.text,
})

import { parse } from 'csv-parse/sync'
import * as z from 'zod'
import type { Contact } from '../../../core/contact/contact.ts'
import { contactId } from '../../../core/contact/contact-id.ts'
import { corpusFiles } from '../corpus.ts'

const rowSchema = z.object({
  tweet_id: z.string().min(1),
  author_id: z.string().min(1),
  inbound: z.string(),
  created_at: z.string(),
  text: z.string(),
  in_response_to_tweet_id: z.string(),
})
type Row = z.infer<typeof rowSchema>

/**
 * A contact of a customer with a company in public, and the tweet that its thread began with: one matter. The table holds
 * many companies; one deployment is one, so a customer of two is two here.
 */
export type Threaded = { contact: Contact; customer: string; matter: string }

/**
 * Every customer's tweets and the companies' answers to them, oldest first, as a network delivers them: with what each
 * answers, without what the thread began with. None where the table is absent.
 */
export function supportThreads(corpus: string): Threaded[] {
  const rows = new Map<string, Row>()
  for (const file of corpusFiles(corpus)) {
    if (file.type !== 'csv' || !/^[^\n]*\bin_response_to_tweet_id\b/.test(file.text)) continue
    const read: unknown = parse(file.text, {
      columns: true,
      skip_empty_lines: true,
      bom: true,
      relax_column_count: true,
    })
    for (const value of z.array(z.unknown()).parse(read)) {
      const { success, data } = rowSchema.safeParse(value)
      if (success && !Number.isNaN(Date.parse(data.created_at))) rows.set(data.tweet_id, data)
    }
  }
  const companies = companiesOf(rows)
  return [...rows.values()]
    .flatMap(row => threadedOf(row, rows, companies))
    .sort((a, b) => (a.contact.occurredAt < b.contact.occurredAt ? -1 : 1))
}

const isInbound = ({ inbound }: Row): boolean => inbound.toLowerCase() === 'true'

/** A customer's own tweet, or a company's to one of theirs; what companies say to nobody is no contact. */
function threadedOf(row: Row, rows: ReadonlyMap<string, Row>, companies: ReadonlyMap<string, string>): Threaded[] {
  const answered = rows.get(row.in_response_to_tweet_id)
  const customer = isInbound(row) ? row.author_id : answered && isInbound(answered) ? answered.author_id : undefined
  if (customer === undefined) return []
  const matter = firstOf(row, rows)
  return [{ contact: contactOf(row), customer: `${customer} of ${companies.get(matter)}`, matter }]
}

/** Who answered in each thread. */
const companiesOf = (rows: ReadonlyMap<string, Row>): Map<string, string> =>
  new Map([...rows.values()].flatMap(row => (isInbound(row) ? [] : [[firstOf(row, rows), row.author_id] as const])))

/** The tweet that began the thread of this one, as far as the table has it. */
function firstOf(row: Row, rows: ReadonlyMap<string, Row>): string {
  const seen = new Set<string>()
  let first = row
  while (!seen.has(first.tweet_id)) {
    seen.add(first.tweet_id)
    first = rows.get(first.in_response_to_tweet_id) ?? first
  }
  return first.tweet_id
}

function contactOf(row: Row): Contact {
  const at = new Date(row.created_at).toISOString()
  const answers = row.in_response_to_tweet_id
  return {
    ...{ v: 1, id: contactId('tweet', row.tweet_id), source: 'x', channel: 'social', kind: 'mention' },
    ...{
      brand: '',
      department: '',
      direction: isInbound(row) ? 'inbound' : 'outbound',
      occurredAt: at,
      receivedAt: at,
    },
    ...{ revision: 0, from: { identifier: { type: 'x', value: row.author_id } }, to: [], text: row.text },
    thread:
      answers === ''
        ? { id: row.tweet_id, references: [row.tweet_id] }
        : { id: answers, inReplyTo: answers, references: [row.tweet_id] },
    ...{ attachments: [], evidence: [], rawRef: { object: 'corpus', offset: 0, length: 0 } },
  }
}

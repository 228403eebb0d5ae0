import * as z from 'zod'
import { channels, contactSchema, instantSchema } from '../contact/contact.ts'
import { viewContact } from '../contact/view.ts'
import { fieldNames, fieldsOf, writtenFields } from '../search/document.ts'
import { excerptsOf } from '../search/excerpt.ts'
import { maxTerms, type Query, understandQuery } from '../search/query.ts'
import type { Found, FoundPage } from '../search/search.ts'
import { showContact, shownContactSchema } from './contact.ts'
import { customerSchema } from './customer.ts'
import { maskContact } from './mask-contact.ts'
import { cursorTextSchema, pageSchema } from './page.ts'

/** What people type to find something. */
export const typedQuerySchema = z
  .string()
  .min(1)
  .max(200)
  .describe('a name or how it begins, a number, an address, a reference, words: at most eight things')

export const searchQuerySchema = z.strictObject({
  q: typedQuerySchema,
  customer: z.string().max(64).optional().describe('only contacts of this customer'),
  channel: z.enum(channels).optional(),
  cursor: cursorTextSchema.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(25),
})

const excerptSchema = z
  .object({
    field: z.enum(fieldNames),
    text: z.string(),
    marks: z.array(z.object({ start: z.int(), end: z.int() })).describe('UTF-16 offsets in the text'),
  })
  .meta({ id: 'Excerpt' })

/** Where the words, names and numbers that were typed stand in a contact. */
const hitSchema = z
  .object({
    type: z.literal('contact'),
    id: z.string(),
    sortAt: instantSchema,
    channel: z.enum(channels),
    kind: contactSchema.shape.kind,
    direction: contactSchema.shape.direction,
    from: shownContactSchema.shape.from,
    to: shownContactSchema.shape.to,
    subject: z.string().optional(),
    customer: z.string().optional().describe('whose it is now'),
    excerpts: z.array(excerptSchema),
  })
  .meta({ id: 'Hit' })
export type Hit = z.infer<typeof hitSchema>

/** Clients skip hits of a type that they do not know: more types will come. */
export const hitsSchema = pageSchema(z.discriminatedUnion('type', [hitSchema]))
  .extend({ notice: z.string().optional().describe('what the answer leaves out, for people') })
  .meta({ id: 'Hits' })

/** A customer with the newest contact that holds what was typed; without one, it was found by its identifier itself. */
export const foundCustomersSchema = pageSchema(
  customerSchema.extend({ hit: hitSchema.optional() }).meta({ id: 'FoundCustomer' }),
)
  .extend({ notice: z.string().optional().describe('what the answer leaves out, for people') })
  .meta({ id: 'Customers' })

/** The query, or a sentence that says what to type instead. */
export function readQuery(typed: string): { query: Query } | { refusal: string } {
  const query = understandQuery(typed)
  if (query.terms.length > maxTerms) return { refusal: `type at most ${maxTerms} words or numbers` }
  if (query.terms.length === 0 && !query.onlyFrequent) return { refusal: 'type letters or digits' }
  return { query }
}

/** A hit for one who may, or may not, see personal data: who may not sees no hit in what is masked. */
export function showHit({ entry, customer }: Found, { terms }: Query, seesPersonalData: boolean): Hit {
  const contact = viewContact(entry.state)
  const shown = showContact(contact)
  const { id, channel, kind, direction, from, to, subject, text } = seesPersonalData ? shown : maskContact(shown)
  const fields = seesPersonalData ? fieldsOf(contact) : writtenFields({ text, subject })
  return {
    ...{ type: 'contact', id, sortAt: entry.place.sortAt, channel, kind, direction, from, to },
    ...(subject !== undefined && { subject }),
    ...(customer !== undefined && { customer }),
    excerpts: excerptsOf(fields, terms),
  }
}

/** What to tell people about a page that does not hold all they may expect. */
export function noticeOf({ onlyFrequent }: Query, { tooManyNames, items, next }: FoundPage): { notice?: string } {
  if (onlyFrequent) {
    return {
      notice: 'Nearly every text holds these words, so only names were looked up: add a rarer word or a number.',
    }
  }
  if (tooManyNames) return { notice: 'Many names begin like this, and only some were looked up: type more of it.' }
  if (next !== undefined && items.length === 0) return { notice: 'Nothing in the newest contacts; older ones follow.' }
  return {}
}

import * as z from 'zod'
import { channels } from '../contact/contact.ts'

/** The calendar days of the company's reporting zone, both included. */
const windowSchema = z
  .object({ from: z.iso.date(), until: z.iso.date() })
  .refine(({ from, until }) => from <= until, { path: ['until'], error: 'must not be before `from`' })

/** By what a part of the customers is told from the rest; reports keep their figures by these. */
export const segmentDimensions = [
  'brand',
  'channel',
  'country',
  'department',
  'language',
  'network',
  'relationship',
  'source',
  'team',
  'topic',
] as const

/** Those of whom reports say `value` under this dimension. */
const segmentSchema = z.object({ by: z.enum(segmentDimensions), value: z.string().trim().min(1).max(128) })

export const campaignIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'use 1 to 63 of a-z, 0-9 and -')

/**
 * Something that is said to many, in a window of time. What goes out for it carries its id as the contact's `campaign`.
 * `segment` is whom it is meant for, `control` a part of the customers that it does not reach: what changes there in the
 * same window would have changed without it.
 */
export const campaignSchema = z.object({
  v: z.literal(1),
  id: campaignIdSchema,
  name: z.string().trim().min(1).max(128),
  channels: z.array(z.enum(channels)).min(1).max(channels.length),
  window: windowSchema,
  segment: segmentSchema.optional(),
  control: segmentSchema.optional(),
})
export type Campaign = z.infer<typeof campaignSchema>

/** The id of a campaign for which none was chosen: its name, as an id is written. */
export const campaignIdOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '')

import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'
import { calendarPeriods } from './period.ts'

export const savedIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'use 1 to 63 of a-z, 0-9 and -')

/** How a report is asked for: what stands behind the `?` of its address. Days move along where `days` or `period` is said. */
const savedQuerySchema = z.strictObject({
  by: z.string().min(1).max(32).optional(),
  value: z.string().min(1).max(128).optional(),
  grain: z.string().min(1).max(16).optional(),
  campaign: z.string().min(1).max(63).optional(),
  kind: z.string().min(1).max(16).optional(),
  compare: z.enum(['before', 'none']).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  days: z.int().min(1).max(3700).optional().describe('so many days up to today, in place of from and to'),
  period: z.enum(calendarPeriods).optional().describe('of the calendar, in place of from and to'),
  figure: z.string().min(1).max(64).optional().describe('the figure that is drawn'),
})

export const mailLanguages = ['en', 'de'] as const
export type MailLanguage = (typeof mailLanguages)[number]

/** When something is mailed, and in which language: a month's on its first day, a week's on `weekday`. */
export const rhythmShape = {
  every: z.enum(['day', 'week', 'month']),
  weekday: z.int().min(1).max(7).optional().describe('of weeks: 1 is Monday, which it is if absent'),
  hour: z.int().min(0).max(23).default(8),
  language: z.enum(mailLanguages).default('en'),
}

/** When it is mailed, and to whom: addresses of colleagues. Without a zone, each in their own. */
export const scheduleSchema = z.strictObject({
  ...rhythmShape,
  zone: z.string().min(1).max(64).optional(),
  to: z.array(z.email().max(254)).min(1).max(20),
})

/** A view of reports that somebody keeps; `shared`: everybody sees it, and only who keeps it changes it. */
export const savedReportSchema = z.object({
  v: z.literal(1),
  id: savedIdSchema,
  owner: z.string().min(1).max(256),
  ownerName: z.string().min(1).max(256),
  shared: z.boolean(),
  name: z.string().trim().min(1).max(120),
  report: z.string().regex(/^[a-z0-9-]{1,64}$/),
  query: savedQuerySchema,
  schedule: scheduleSchema.optional(),
  savedAt: instantSchema,
})
export type SavedReport = z.infer<typeof savedReportSchema>

/** So many a person may keep, and so many are shared: one page of the console shows them all. */
export const mostSaved = 100

export type SavedReportStore = {
  read: (owner: string, id: string) => Promise<SavedReport | undefined>
  /** Those of a person. */
  ofOwner: (owner: string) => Promise<SavedReport[]>
  /** Those that everybody sees. */
  shared: () => Promise<SavedReport[]>
  write: (saved: SavedReport) => Promise<void>
  remove: (owner: string, id: string) => Promise<void>
}

/** What a person sees: their own, and what others share. */
export async function savedFor(store: SavedReportStore, owner: string): Promise<SavedReport[]> {
  const [own, shared] = await Promise.all([store.ofOwner(owner), store.shared()])
  return [...own, ...shared.filter(one => one.owner !== owner)].sort((a, b) => (a.name < b.name ? -1 : 1))
}

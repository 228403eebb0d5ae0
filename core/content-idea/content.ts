import * as z from 'zod'

/** Something we publish that answers questions: a page, an article, an entry of the FAQ. */
export const contentEntrySchema = z.strictObject({
  title: z.string().trim().min(1).max(200),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  questions: z
    .array(z.string().trim().min(1).max(300))
    .max(20)
    .default([])
    .describe('what it answers, in anybody’s words'),
})
export type ContentEntry = z.infer<typeof contentEntrySchema>

/** One item holds the list: so many entries of usual length stay well below what an item may weigh (400 KB). */
export const mostContent = 300

export const contentSchema = z.object({
  v: z.literal(1),
  entries: z.array(contentEntrySchema).max(mostContent),
  changedAt: z.string(),
  changedBy: z.string().max(256),
})
export type Content = z.infer<typeof contentSchema>

export type ContentStore = {
  read: () => Promise<Content | undefined>
  write: (content: Content) => Promise<void>
}

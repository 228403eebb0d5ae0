import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'

/** How a webhook fares that fails: since when each try did, and when the last one did. There is none while it succeeds. */
export const healthSchema = z.object({
  v: z.literal(1),
  version: z.int().min(1),
  failingSince: instantSchema,
  failedAt: instantSchema,
})
export type Health = z.infer<typeof healthSchema>

/**
 * Twice the longest wait between two tries of a delivery: where nothing failed for longer, nothing was tried, and nobody
 * knows how the webhook fared meanwhile.
 */
const longestSilenceMs = 2 * 3_600_000

/** After a try that failed. Told late of one that came before the last, it stays as it is. */
export function failedAgain(was: Health | undefined, at: string): Health {
  const version = (was?.version ?? 0) + 1
  if (was === undefined || Date.parse(at) - Date.parse(was.failedAt) > longestSilenceMs)
    return { v: 1, version, failingSince: at, failedAt: at }
  return { ...was, version, failedAt: was.failedAt < at ? at : was.failedAt }
}

import * as z from 'zod'
import { mostSaved, savedReportSchema } from '../saved-report/saved-report.ts'

export const shownSavedReportSchema = savedReportSchema
  .omit({ v: true, owner: true, ownerName: true })
  .extend({ own: z.boolean().describe('whether the reader keeps it, and may change it'), by: z.string() })
  .meta({ id: 'SavedReport' })

export const savedReportInputSchema = savedReportSchema
  .omit({ v: true, id: true, owner: true, ownerName: true, savedAt: true })
  .extend({ shared: z.boolean().default(false) })
  .strict()
  .meta({ id: 'SavedReportInput' })

/** One's own and what others share, all of them. */
export const savedReportListSchema = z.object({ items: z.array(shownSavedReportSchema).max(4 * mostSaved) })

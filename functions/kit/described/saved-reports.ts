import * as z from 'zod'
import { roles } from '../../../core/api/role.ts'
import {
  savedReportInputSchema,
  savedReportListSchema,
  shownSavedReportSchema,
} from '../../../core/api/saved-report.ts'
import { savedIdSchema } from '../../../core/saved-report/saved-report.ts'
import { nothing } from '../http/route.ts'
import { describe } from './describe.ts'

const one = z.object({ id: savedIdSchema })

export const listSavedReports = describe({
  method: 'GET',
  path: '/v1/saved-reports',
  roles,
  summary: 'The views of reports that one keeps, and those that others share',
  params: nothing,
  query: nothing,
  body: nothing,
  answer: savedReportListSchema,
})

export const keepSavedReport = describe({
  method: 'PUT',
  path: '/v1/saved-reports/{id}',
  roles,
  summary: 'Keep a view of a report, for oneself or shared with everybody',
  params: one,
  query: nothing,
  body: savedReportInputSchema,
  answer: shownSavedReportSchema,
})

export const removeSavedReport = describe({
  method: 'POST',
  path: '/v1/saved-reports/{id}/remove',
  roles,
  summary: 'Keep a view of one’s own no longer',
  params: one,
  query: nothing,
  body: nothing,
  answer: z.object({ removed: z.literal(true) }),
})

import * as z from 'zod'
import { catalogueSchema, reportNameSchema, reportQuerySchema, reportSchema } from '../../../core/api/report.ts'
import { roles } from '../../../core/api/role.ts'
import { nothing } from '../http/route.ts'
import { describe } from './describe.ts'

export const listReports = describe({
  method: 'GET',
  path: '/v1/reports',
  roles,
  summary: 'The reports there are, what each figure means, and by what each may be asked',
  params: nothing,
  query: nothing,
  body: nothing,
  answer: catalogueSchema,
})

const asked = { roles, params: z.object({ name: reportNameSchema }), query: reportQuerySchema, body: nothing }

export const readReport = describe({
  method: 'GET',
  path: '/v1/reports/{name}',
  ...asked,
  summary: 'A report: each figure with its n, how sure it is, and the period before',
  answer: reportSchema,
})

export const readReportCsv = describe({
  method: 'GET',
  path: '/v1/reports/{name}.csv',
  ...asked,
  summary: 'The same report as a file of comma-separated values, by RFC 4180',
  answer: z.string(),
  media: 'text/csv',
})

import { digestQuerySchema, digestSchema } from '../../../core/api/digest.ts'
import { roles } from '../../../core/api/role.ts'
import { nothing } from '../http/route.ts'
import { describe } from './describe.ts'

export const readDigest = describe({
  method: 'GET',
  path: '/v1/reports/digest',
  roles,
  summary: 'What changed by more than chance, as it is mailed',
  params: nothing,
  query: digestQuerySchema,
  body: nothing,
  answer: digestSchema,
})

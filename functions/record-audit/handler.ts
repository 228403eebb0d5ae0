import { auditRecordSchema } from '../../core/audit/audit.ts'
import { once } from '../kit/once.ts'
import { queueHandler } from '../kit/queue.ts'
import { dependencies } from './dependencies.ts'

const deps = once(dependencies)

export const handler = queueHandler(() => ({
  schema: auditRecordSchema,
  handle: async record => record,
  finish: records => deps().audit.write(records),
}))

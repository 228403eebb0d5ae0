import * as z from 'zod'
import { auditRecordSchema } from '../audit/audit.ts'
import { changeSchema } from '../change/change.ts'
import { hookMessageSchema } from '../hooks/message.ts'
import type { ChangeStage } from '../record/change-stage.ts'
import { deliverySchema } from '../record/delivery.ts'
import { type SetAside, setAsideSchema } from '../record/set-aside.ts'
import { reportMessageSchema } from '../report/message.ts'
import { jsonTextSchema } from './json-text.ts'
import { cursorTextSchema, limitSchema, pageSchema } from './page.ts'

const shownSetAsideSchema = setAsideSchema.omit({ v: true, message: true }).meta({ id: 'SetAside' })

export const setAsideQuerySchema = z.strictObject({ limit: limitSchema, cursor: cursorTextSchema.optional() })
export const setAsidePositionSchema = z.strictObject({ id: setAsideSchema.shape.id.regex(/^[\x21-\x7d]+$/) })
export const setAsideListSchema = pageSchema(shownSetAsideSchema).meta({ id: 'SetAsideList' })

export const replaySchema = z
  .object({ id: z.string(), replays: z.int().describe('how often it was replayed, this time included') })
  .meta({ id: 'Replay' })

/** What goes back to which queue. */
export type ReplayMessage = { queue: 'record' | 'split' | 'audit' | ChangeStage; message: object }

/** What brings an item back; undefined when its message is in no form that its queue understands. */
export function replayMessage({ id, stage, message }: SetAside): ReplayMessage | undefined {
  switch (stage) {
    case 'parse':
    case 'record':
      return withDelivery('record', id, message)
    case 'split':
      return withDelivery('split', id, message)
    case 'audit': {
      const record = jsonTextSchema.pipe(auditRecordSchema).safeParse(message)
      return record.success ? { queue: 'audit', message: record.data } : undefined
    }
    case 'conversations':
    case 'search':
    case 'counts':
    case 'outbox':
    case 'routing':
    case 'automations':
    case 'archive': {
      const change = jsonTextSchema.pipe(changeSchema).safeParse(message)
      return change.success ? { queue: stage, message: change.data } : undefined
    }
    case 'reports': {
      const told = jsonTextSchema.pipe(reportMessageSchema).safeParse(message)
      return told.success ? { queue: stage, message: told.data } : undefined
    }
    case 'hooks': {
      const told = jsonTextSchema.pipe(hookMessageSchema).safeParse(message)
      return told.success ? { queue: stage, message: told.data } : undefined
    }
    default:
      return stage satisfies never
  }
}

function withDelivery(queue: 'record' | 'split', id: string, message: string): ReplayMessage | undefined {
  const delivery = jsonTextSchema.pipe(deliverySchema).safeParse(message)
  return delivery.success ? { queue, message: { ...delivery.data, replayOf: id } } : undefined
}

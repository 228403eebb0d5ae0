import * as z from 'zod'
import { type SetAside, setAsideSchema } from '../record/set-aside.ts'
import { cursorTextSchema, limitSchema, pageSchema } from './page.ts'

const shownSetAsideSchema = setAsideSchema.omit({ v: true, message: true }).meta({ id: 'SetAside' })

export const setAsideQuerySchema = z.strictObject({ limit: limitSchema, cursor: cursorTextSchema.optional() })
export const setAsidePositionSchema = z.strictObject({ id: setAsideSchema.shape.id.regex(/^[\x21-\x7d]+$/) })
export const setAsideListSchema = pageSchema(shownSetAsideSchema).meta({ id: 'SetAsideList' })

export const replaySchema = z
  .object({ id: z.string(), replays: z.int().describe('how often it was replayed, this time included') })
  .meta({ id: 'Replay' })

/** Where an item goes back to. */
export type ReplayQueue = 'record' | 'split' | 'audit'

export function replayQueue({ stage }: SetAside): ReplayQueue {
  switch (stage) {
    case 'parse':
    case 'record':
      return 'record'
    case 'split':
      return 'split'
    case 'audit':
      return 'audit'
    default:
      return stage satisfies never
  }
}

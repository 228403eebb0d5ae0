import * as z from 'zod'
import { type BriefLine, briefLineKinds } from '../brief/brief.ts'
import { factKinds } from '../facts/fact.ts'

const briefFactSchema = z.object({
  kind: z.enum(factKinds),
  value: z
    .string()
    .describe('the canonical form: references without signs, days as YYYY-MM-DD, amounts as EUR 1234.56'),
  entryId: z.string().describe('the entry that states it'),
})

const briefLineSchema = z
  .object({
    kind: z.enum(briefLineKinds),
    text: z.string(),
    entryIds: z.array(z.string()).describe('the entries of the timeline that the line comes from'),
    facts: z.array(briefFactSchema),
  })
  .meta({ id: 'BriefLine' })

/** What an agent must know before speaking, in the order of reading. */
export const briefSchema = z.object({ lines: z.array(briefLineSchema) }).meta({ id: 'Brief' })
export type Brief = { lines: BriefLine[] }

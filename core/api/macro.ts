import * as z from 'zod'
import { channels } from '../contact/contact.ts'
import { languageTagSchema, macroSchema } from '../macro/macro.ts'
import { variableNames } from '../macro/variables.ts'
import { slugSchema } from '../people/agent.ts'
import { conversationParams } from './conversation.ts'
import { pageSchema } from './page.ts'

export const macroParams = z.object({ id: slugSchema })
export const conversationMacroParams = conversationParams.extend({ macro: slugSchema })

/** A macro as an operator configures it; texts name variables like {{customer.firstName|there}}. */
export const macroInputSchema = z
  .strictObject({ ...macroSchema.omit({ v: true, id: true }).shape, active: macroSchema.shape.active.default(true) })
  .meta({ id: 'MacroSettings' })

export const shownMacroSchema = macroSchema.omit({ v: true }).meta({ id: 'Macro' })
export const macrosSchema = pageSchema(shownMacroSchema).meta({ id: 'Macros' })

/** Without language and channel: those of the conversation. */
export const previewInputSchema = z
  .strictObject({ language: languageTagSchema.optional(), channel: z.enum(channels).optional() })
  .meta({ id: 'MacroPreview' })

/** What the answer would say. It must not be sent while something is missing; `actions` are done with it. */
export const renderedMacroSchema = z
  .object({
    macro: slugSchema,
    language: z.string(),
    text: z.string(),
    subject: z.string().optional(),
    missing: z.array(z.object({ variable: z.enum(variableNames), why: z.enum(['unknown', 'not-confirmed']) })),
    actions: macroSchema.shape.actions,
  })
  .meta({ id: 'RenderedMacro' })

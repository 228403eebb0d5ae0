import * as z from 'zod'
import { prioritySchema } from '../clock/policy.ts'
import { channels } from '../contact/contact.ts'
import type { Action } from '../conversation/act.ts'
import { conversationStatuses } from '../conversation/conversation.ts'
import { slugSchema } from '../people/agent.ts'
import { variableError } from './variables.ts'

/** A page of a hundred macros must fit into what a function may answer (6 MB), and a character takes up to three bytes. */
const mostText = 20_000

const noVariableErrors = (text: string, check: z.core.$RefinementCtx<string>): void => {
  const message = variableError(text)
  if (message !== undefined) check.addIssue({ code: 'custom', message })
}
const templateSchema = z.string().trim().min(1).max(10_000).superRefine(noVariableErrors)
const subjectSchema = z.string().trim().min(1).max(300).superRefine(noVariableErrors)

/** A tag of the right letters may still be none, like en-12 (RFC 5646). */
const isLanguageTag = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

export const languageTagSchema = z.string().max(35).refine(isLanguageTag, 'write a language like en or pt-BR')

/** The answer in one language (BCP 47), for one channel or, without it, for all. `subject` goes with mails. */
const variantSchema = z.object({
  language: languageTagSchema,
  channel: z.enum(channels).optional(),
  text: templateSchema,
  subject: subjectSchema.optional(),
})
export type MacroVariant = z.infer<typeof variantSchema>

const tagSchema = z.string().min(1).max(128)

/** What becomes of the conversation when the answer goes out. Null takes an assignee or a team away. */
const actionsSchema = z.object({
  status: z.enum(conversationStatuses).exclude(['snoozed', 'waiting-department']).optional(),
  tags: z.object({ add: z.array(tagSchema).max(20), remove: z.array(tagSchema).max(20) }).optional(),
  assign: z.object({ assignee: slugSchema.nullable().optional(), team: slugSchema.nullable().optional() }).optional(),
  priority: prioritySchema.optional(),
})
export type MacroActions = z.infer<typeof actionsSchema>

const variantName = ({ language, channel }: MacroVariant): string => `${language.toLowerCase()} ${channel ?? ''}`

/**
 * An answer that is used again and again. The first variant is what customers of other languages get. `brand` and
 * `teams` say whose it is; nothing is deleted, because automations and surveys may name it: what is out of use is no
 * longer `active`.
 */
export const macroSchema = z.object({
  v: z.literal(1),
  id: slugSchema,
  name: z.string().min(1).max(128),
  variants: z
    .array(variantSchema)
    .min(1)
    .max(50)
    .refine(all => new Set(all.map(variantName)).size === all.length, 'has two of one language and channel')
    .refine(
      all => all.reduce((sum, { text, subject = '' }) => sum + text.length + subject.length, 0) <= mostText,
      `has more than ${mostText} characters in all`,
    ),
  actions: actionsSchema.optional(),
  brand: z.string().min(1).max(128).optional(),
  teams: z.array(slugSchema).max(50).optional(),
  active: z.boolean(),
})
export type Macro = z.infer<typeof macroSchema>

/** What to do to the conversation together with the answer, in the order of doing it. */
export function macroActions({ actions }: Pick<Macro, 'actions'>): Action[] {
  if (actions === undefined) return []
  const { status, tags, assign, priority } = actions
  return [
    ...(tags === undefined ? [] : [{ do: 'tags' as const, ...tags }]),
    ...(priority === undefined ? [] : [{ do: 'priority' as const, priority }]),
    ...(assign === undefined ? [] : [{ do: 'assign' as const, ...assign }]),
    ...(status === undefined ? [] : [{ do: 'status' as const, status }]),
  ]
}

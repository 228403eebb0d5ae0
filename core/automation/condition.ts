import * as z from 'zod'
import { priorities } from '../clock/policy.ts'
import { channels } from '../contact/contact.ts'
import { conversationStatuses } from '../conversation/conversation.ts'

const wordSchema = z.string().min(1).max(128)
const phraseSchema = z
  .string()
  .trim()
  .min(2)
  .max(100)
  .refine(text => /[\p{L}\p{N}]/u.test(text), 'has no word in it')
const languageSchema = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'write a language like en or pt-BR')

/** One of the values is among, or none of them is among, what the field holds. */
const among = <Field extends string, Value extends z.ZodType<string>>(field: Field, value: Value) =>
  z.object({
    field: z.literal(field),
    op: z.enum(['is', 'is-not']).default('is'),
    values: z.array(value).min(1).max(50),
  })

const yesOrNo = <Field extends string>(field: Field) => z.object({ field: z.literal(field), is: z.boolean() })

/**
 * What must hold. `team` and `assignee` are ids, or `none`. `words` are plain words and phrases, found however they are
 * written (case, accents), as whole words; patterns are not offered, because the text is the customer's and a pattern
 * may take for ever on it. `first-time`: nobody wrote before from there.
 */
export const conditionSchema = z.discriminatedUnion('field', [
  among('channel', z.enum(channels)),
  among('network', wordSchema),
  among('direction', z.enum(['inbound', 'outbound'])),
  among('brand', wordSchema),
  among('department', wordSchema),
  among('team', wordSchema),
  among('assignee', wordSchema),
  among('status', z.enum(conversationStatuses)),
  among('priority', z.enum(priorities)),
  among('tags', wordSchema),
  among('topics', wordSchema),
  among('language', languageSchema),
  among('words', phraseSchema),
  yesOrNo('outside-hours'),
  yesOrNo('first-time'),
])
export type Condition = z.infer<typeof conditionSchema>

/** All of `all`, and at least one of `any` where there are some. */
export const conditionsSchema = z.object({
  all: z.array(conditionSchema).max(20).default([]),
  any: z.array(conditionSchema).max(20).default([]),
})
export type Conditions = z.infer<typeof conditionsSchema>

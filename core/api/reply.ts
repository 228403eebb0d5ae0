import * as z from 'zod'
import { instantSchema, type Party, partySchema } from '../contact/contact.ts'
import { longestText } from '../reply/content.ts'
import { type Reply, replyForms, replySchema } from '../reply/reply.ts'
import { showIdentifier, shownIdentifierSchema } from './identifier.ts'
import { typedIdentifierSchema } from './typed-identifier.ts'

const idSchema = z.string().regex(/^[0-9a-f]{32}$/, 'use 32 hexadecimal digits, never used before')

/** How long an answer may be undone, when nothing else is said. */
const undoSeconds = 10

const waiveSchema = z
  .array(z.string().max(200))
  .max(60)
  .default([])
  .describe('objections that the writer has read and does not share: their kind, for those with entries `kind:entryId`')

/** What an agent sends. Without `answers` and `to` it goes to the customer's latest word in the conversation. */
export const replyInputSchema = z
  .strictObject({
    id: idSchema.optional().describe('given by the client, so that asking again sends nothing twice'),
    text: z.string().max(longestText),
    html: z.string().max(200_000).optional(),
    subject: z.string().max(998).optional(),
    attachments: z.array(z.string().max(64)).max(20).default([]).describe('ids of POST /v1/attachments'),
    answers: z.string().max(64).optional().describe('the contact that it answers'),
    form: z.enum(replyForms).optional().describe('another form than that in which the customer wrote'),
    to: typedIdentifierSchema.optional().describe('another channel of the customer, like `email:alice@example.com`'),
    source: z.string().max(128).optional().describe('from which source, where the customer never wrote from there'),
    everybody: z.boolean().default(false).describe('a mail goes to all who took part'),
    cc: z.array(z.email().max(254)).max(20).default([]),
    language: z.string().max(35).optional(),
    undoSeconds: z.int().min(0).max(120).default(undoSeconds),
    seen: z.string().max(64).optional().describe('the id or the time of the newest entry that the writer had seen'),
    waive: z
      .array(z.string().max(64))
      .max(20)
      .default([])
      .describe('kinds of objections that the writer does not share'),
  })
  .refine(({ answers, to }) => answers === undefined || to === undefined, {
    path: ['to'],
    message: 'cannot go with answers: say either what is answered, or where it goes',
  })
  .meta({ id: 'ReplyInput' })

export const replyParams = z.object({ id: idSchema })

const shownPartySchema = partySchema.extend({ identifier: shownIdentifierSchema })

export const shownReplySchema = replySchema
  .omit({ v: true, anchor: true, route: true, content: true, leaseUntil: true, worker: true, nextAt: true })
  .extend({
    network: replySchema.shape.route.shape.network,
    form: z.enum(replyForms),
    source: z.string(),
    to: z.array(shownPartySchema),
    cc: z.array(shownPartySchema),
    text: z.string(),
    subject: z.string().optional(),
    attachments: z.array(z.object({ name: z.string(), mediaType: z.string(), bytes: z.int() })),
    nextAt: instantSchema.optional().describe('when it is tried, or looked for, next'),
    mayBeUndone: z.boolean(),
  })
  .meta({ id: 'Reply' })
export type ShownReply = z.infer<typeof shownReplySchema>

export const replyListSchema = z.object({ items: z.array(shownReplySchema) }).meta({ id: 'Replies' })

export const settleInputSchema = z.strictObject({
  sent: z.boolean().describe('whether it is there: true records it as sent, false sends it again'),
  waive: waiveSchema,
})

export const retryInputSchema = z.strictObject({ waive: waiveSchema })

export function showReply(reply: Reply): ShownReply {
  const { v: _v, anchor: _anchor, leaseUntil: _lease, worker: _worker, nextAt, route, content, ...shown } = reply
  const { network, form, source, to, cc } = route
  const { text, subject, attachments } = content
  return {
    ...shown,
    ...{ network, form, source, to: to.map(showParty), cc: cc.map(showParty), text },
    ...(subject !== undefined && { subject }),
    attachments: attachments.map(({ name, mediaType, bytes }) => ({ name, mediaType, bytes })),
    ...(reply.status === 'waiting' && { nextAt }),
    mayBeUndone: reply.status === 'waiting' && reply.doubt === undefined,
  }
}

const showParty = ({ identifier, ...party }: Party) => ({ ...party, identifier: showIdentifier(identifier) })

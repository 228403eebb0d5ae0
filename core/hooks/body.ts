import * as z from 'zod'
import { shownContactSchema } from '../api/contact.ts'
import { shownConversationSchema } from '../api/conversation.ts'
import { shownReplySchema } from '../api/reply.ts'
import { instantSchema } from '../contact/contact.ts'

/** What every body has. `id` is that of the delivery: the same again is the same thing told again. */
const bodyOf = <Type extends string, Data extends z.ZodObject>(type: Type, data: Data) =>
  z.object({
    v: z.literal(1),
    id: z.string().describe('the delivery, as in x-throughline-delivery'),
    type: z.literal(type),
    at: instantSchema.describe('when it came to be told'),
    data,
  })

const contactData = z.object({
  contact: shownContactSchema,
  conversation: z.string().optional().describe('the matter it belongs to, where that is known by then'),
})
const conversationData = z.object({ conversation: shownConversationSchema })
const replyData = z.object({ reply: shownReplySchema })
const mergedData = z.object({
  customer: z.string(),
  merged: z.string().describe('the id that is now of that customer'),
})
const firedData = conversationData.extend({ rule: z.object({ id: z.string(), name: z.string() }) })

/**
 * What other systems are told, by event, in the schemas of the API. Texts are as they stand when they are sent, so a
 * delivery that comes late tells what is true then.
 */
export const hookBodies = {
  'contact.recorded': bodyOf('contact.recorded', contactData).meta({ id: 'ContactRecorded' }),
  'conversation.opened': bodyOf('conversation.opened', conversationData).meta({ id: 'ConversationOpened' }),
  'conversation.changed': bodyOf('conversation.changed', conversationData).meta({ id: 'ConversationChanged' }),
  'conversation.resolved': bodyOf('conversation.resolved', conversationData).meta({ id: 'ConversationResolved' }),
  'reply.sent': bodyOf('reply.sent', replyData).meta({ id: 'ReplySent' }),
  'reply.failed': bodyOf('reply.failed', replyData).meta({ id: 'ReplyFailed' }),
  'customer.merged': bodyOf('customer.merged', mergedData).meta({ id: 'CustomerMerged' }),
  'automation.fired': bodyOf('automation.fired', firedData).meta({ id: 'AutomationFired' }),
  'hook.test': bodyOf('hook.test', z.object({})).meta({ id: 'HookTest' }),
} as const

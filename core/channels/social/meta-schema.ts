import * as z from 'zod'
import { idSchema, optionalId, optionalNumber, optionalString } from './fields.ts'

/**
 * A notification of Meta's: entries of one object (a Page, an Instagram account, a WhatsApp Business account), each with
 * `changes` of subscribed fields or with `messaging` events; `standby` holds messages while another app has the thread.
 * https://developers.facebook.com/docs/graph-api/webhooks/getting-started#event-notifications
 */
const entrySchema = z.object({
  id: idSchema,
  time: optionalNumber,
  changes: z.array(z.object({ field: z.string().max(128), value: z.unknown().optional() })).optional(),
  messaging: z.array(z.unknown()).optional(),
  standby: z.array(z.unknown()).optional(),
})
export const notificationSchema = z.object({ object: z.string().max(64), entry: z.array(entrySchema) })

const personSchema = z
  .object({ id: optionalId, name: optionalString, username: optionalString })
  .optional()
  .catch(undefined)
const links = z.array(z.string()).optional().catch(undefined)

/** https://developers.facebook.com/docs/graph-api/webhooks/reference/page/#feed; `sender_id` is the form before 2018. */
export const feedSchema = z.object({
  item: z.string().max(64),
  verb: z.string().max(64),
  from: personSchema,
  sender_id: optionalId,
  sender_name: optionalString,
  reviewer_id: optionalId,
  reviewer_name: optionalString,
  comment_id: optionalId,
  post_id: optionalId,
  parent_id: optionalId,
  open_graph_story_id: optionalId,
  created_time: optionalNumber,
  message: optionalString,
  review_text: optionalString,
  rating: optionalNumber,
  recommendation_type: optionalString,
  link: optionalString,
  photo: optionalString,
  video: optionalString,
  photos: links,
  post: z.object({ permalink_url: optionalString }).optional().catch(undefined),
  permalink_url: optionalString,
})
export type FeedChange = z.infer<typeof feedSchema>

/** https://developers.facebook.com/docs/graph-api/webhooks/reference/instagram/#comments */
export const instagramCommentSchema = z.object({
  id: idSchema,
  text: optionalString,
  from: personSchema,
  parent_id: optionalId,
  media: z.object({ id: optionalId }).optional().catch(undefined),
})

/** https://developers.facebook.com/docs/graph-api/webhooks/reference/instagram/#mentions: ids only, the words are not sent. */
export const instagramMentionSchema = z.object({ media_id: idSchema, comment_id: optionalId })

const partySchema = z.object({ id: optionalId }).optional().catch(undefined)
const attachmentSchema = z.object({
  type: z.string().catch('file'),
  payload: z
    .object({
      url: optionalString,
      title: optionalString,
      coordinates: z.object({ lat: z.number(), long: z.number() }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
})
export type MetaAttachment = z.infer<typeof attachmentSchema>

/** https://developers.facebook.com/docs/messenger-platform/reference/webhook-events; Instagram's are of the same form. */
export const messagingSchema = z.object({
  sender: partySchema,
  recipient: partySchema,
  timestamp: optionalNumber,
  message: z
    .object({
      mid: idSchema,
      text: optionalString,
      is_echo: z.boolean().optional().catch(undefined),
      is_deleted: z.boolean().optional().catch(undefined),
      reply_to: z.object({ mid: optionalId }).optional().catch(undefined),
      attachments: z.array(attachmentSchema).optional().catch(undefined),
    })
    .optional(),
  message_edit: z
    .object({ mid: idSchema, text: optionalString, num_edit: z.coerce.number().int().min(0).catch(1) })
    .optional(),
  postback: z.object({ mid: optionalId, title: optionalString }).optional(),
})
export type Messaging = z.infer<typeof messagingSchema>

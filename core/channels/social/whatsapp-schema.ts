import * as z from 'zod'
import { idSchema, optionalId, optionalNumber, optionalString } from './fields.ts'

const mediaSchema = z
  .object({ id: optionalId, caption: optionalString, filename: optionalString, mime_type: optionalString })
  .optional()
  .catch(undefined)

const titled = z.object({ title: optionalString, description: optionalString }).optional().catch(undefined)

/** What is in a message, by its type. https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components */
const contentSchema = z.object({
  type: optionalString,
  text: z.object({ body: optionalString }).optional().catch(undefined),
  button: z.object({ text: optionalString }).optional().catch(undefined),
  interactive: z
    .object({
      button_reply: titled,
      list_reply: titled,
      nfm_reply: z.object({ body: optionalString }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  order: z.object({ text: optionalString }).optional().catch(undefined),
  image: mediaSchema,
  video: mediaSchema,
  audio: mediaSchema,
  document: mediaSchema,
  sticker: mediaSchema,
  location: z
    .object({ name: optionalString, address: optionalString, latitude: optionalNumber, longitude: optionalNumber })
    .optional()
    .catch(undefined),
})
export type WhatsAppContent = z.infer<typeof contentSchema>

const messageSchema = contentSchema.extend({
  id: idSchema,
  from: optionalId,
  from_user_id: optionalId,
  to: optionalId,
  to_user_id: optionalId,
  group_id: optionalId,
  timestamp: optionalId,
  context: z.object({ id: optionalId }).optional().catch(undefined),
  edit: z.object({ original_message_id: idSchema, message: contentSchema }).optional().catch(undefined),
  revoke: z.object({ original_message_id: idSchema }).optional().catch(undefined),
})
export type WhatsAppMessage = z.infer<typeof messageSchema>

const profileSchema = z.object({
  profile: z.object({ name: optionalString, username: optionalString }).optional().catch(undefined),
  wa_id: optionalId,
  user_id: optionalId,
})
export type WhatsAppProfile = z.infer<typeof profileSchema>

export const whatsappValueSchema = z.object({
  metadata: z.object({ phone_number_id: idSchema }),
  contacts: z.array(profileSchema).optional().catch(undefined),
  messages: z.array(messageSchema).optional(),
  message_echoes: z.array(messageSchema).optional(),
  statuses: z.array(z.unknown()).optional().catch(undefined),
})
export type WhatsAppValue = z.infer<typeof whatsappValueSchema>

import * as z from 'zod'
import { idSchema, optionalId, optionalNumber, optionalString } from './fields.ts'

/** The part of X's v1.1 objects that contacts are made of. https://docs.x.com/x-api/account-activity/introduction */
const userSchema = z
  .object({ id_str: optionalId, id: optionalId, name: optionalString, screen_name: optionalString })
  .extend({ followers_count: optionalNumber })

const urlSchema = z.object({ url: z.string(), expanded_url: z.string() })
const entitiesSchema = z
  .object({ urls: z.array(urlSchema).optional().catch(undefined) })
  .optional()
  .catch(undefined)
const mediaSchema = z.object({ id_str: optionalId, media_url_https: z.string(), type: optionalString })
const mediaListSchema = z
  .object({ media: z.array(mediaSchema).optional().catch(undefined) })
  .optional()
  .catch(undefined)

export const postSchema = z.object({
  id_str: optionalId,
  id: optionalId,
  user: userSchema,
  text: optionalString,
  full_text: optionalString,
  extended_tweet: z
    .object({ full_text: optionalString, entities: entitiesSchema, extended_entities: mediaListSchema })
    .optional()
    .catch(undefined),
  entities: entitiesSchema,
  extended_entities: mediaListSchema,
  created_at: optionalString,
  timestamp_ms: optionalId,
  lang: optionalString,
  in_reply_to_status_id_str: optionalId,
  in_reply_to_user_id_str: optionalId,
  in_reply_to_screen_name: optionalString,
  quoted_status_id_str: optionalId,
  retweeted_status: z.unknown().optional(),
  edit_history: z
    .object({ edit_tweet_ids: z.array(idSchema) })
    .optional()
    .catch(undefined),
  edit_history_tweet_ids: z.array(idSchema).optional().catch(undefined),
  favorite_count: optionalNumber,
  retweet_count: optionalNumber,
  reply_count: optionalNumber,
  quote_count: optionalNumber,
})
export type XPost = z.infer<typeof postSchema>

export const directMessageSchema = z.object({
  id: idSchema,
  created_timestamp: optionalId,
  message_create: z.object({
    sender_id: idSchema,
    target: z.object({ recipient_id: optionalId }).optional(),
    message_data: z.object({
      text: optionalString,
      entities: entitiesSchema,
      attachment: z
        .object({ media: mediaSchema.optional().catch(undefined) })
        .optional()
        .catch(undefined),
    }),
  }),
})
export type XDirectMessage = z.infer<typeof directMessageSchema>

export const usersSchema = z.record(z.string(), userSchema.catch({}))
export type XUsers = z.infer<typeof usersSchema>

/** A deleted post comes as `{status: {id, user_id}, timestamp_ms}`. */
export const deletedPostSchema = z.object({ status: z.object({ id: idSchema }), timestamp_ms: optionalId })

/** A deleted direct message, in the same shape as X's stream of user events writes it. */
export const deletedMessageSchema = z.object({ id: idSchema, created_timestamp: optionalId, timestamp_ms: optionalId })

export type XEntities = z.infer<typeof entitiesSchema>
export type XMedia = z.infer<typeof mediaSchema>

import * as z from 'zod'
import { contactId } from '../../contact/contact-id.ts'
import { allFindings, maxFindings, notAContact, setAside, tooMany } from '../../payload/findings.ts'
import { readJson } from '../../payload/json.ts'
import type { Source } from '../../source/source.ts'
import type { Finding, Format, Payload } from '../channel.ts'
import { idSchema, wrongFields } from './fields.ts'
import { type Subscription, xAccount } from './x-account.ts'
import { readDirectMessage } from './x-direct-message.ts'
import { readPost } from './x-post.ts'
import { deletedMessageSchema, deletedPostSchema, directMessageSchema, postSchema, usersSchema } from './x-schema.ts'
import { instantOfEpochMs } from './x-time.ts'

/**
 * X's Account Activity API: one payload holds events of one kind for one subscribed account.
 * https://docs.x.com/x-api/account-activity/introduction
 */
export const x: Format = {
  name: 'x',
  sourceKind: 'x',
  parse: async (payload, source) => allFindings(parseActivity(payload, source)),
}

const activitySchema = z.object({ for_user_id: idSchema.optional(), users: usersSchema.optional().catch(undefined) })
const eventsSchema = z.record(z.string(), z.unknown())

/** What happens on the network without anybody saying anything to the company. */
const wordless = new Map([
  ['favorite_events', 'A like.'],
  ['follow_events', 'Somebody followed or stopped following.'],
  ['unfollow_events', 'Somebody stopped following.'],
  ['block_events', 'An account was blocked.'],
  ['unblock_events', 'An account was unblocked.'],
  ['mute_events', 'An account was muted.'],
  ['unmute_events', 'An account was unmuted.'],
  ['direct_message_indicate_typing_events', 'Somebody is typing.'],
  ['direct_message_mark_read_events', 'Somebody read a message.'],
  ['user_event', 'A user withdrew the subscription.'],
])

function parseActivity(payload: Payload, source: Source): Finding[] {
  const read = readJson(payload.bytes)
  if (!read.ok) return [setAside(read.reason)]
  const events = eventsSchema.safeParse(read.value)
  const activity = activitySchema.safeParse(read.value)
  if (!events.success || !activity.success) return [setAside('The payload is no object of the Account Activity API.')]
  const lists = Object.entries(events.data).filter(([kind]) => /_events?$/.test(kind))
  if (lists.length === 0) return [setAside('The payload holds no event of the Account Activity API.')]
  const items = lists.flatMap(([kind, list]) => (Array.isArray(list) ? list : [list]).map(event => ({ kind, event })))
  if (items.length > maxFindings) return [tooMany(items.length)]
  const { for_user_id: userId, users = {} } = activity.data
  const subscription = userId === undefined ? undefined : { userId, source }
  return items.map(({ kind, event }) => readEvent(kind, event, { subscription, users, payload }))
}

type Around = { subscription: Subscription | undefined; users: z.infer<typeof usersSchema>; payload: Payload }

function readEvent(kind: string, event: unknown, { subscription, users, payload }: Around): Finding {
  const reason = wordless.get(kind)
  if (reason !== undefined) return notAContact(reason)
  if (subscription === undefined) return setAside('The payload does not say for which user it is (for_user_id).')
  switch (kind) {
    case 'tweet_create_events':
      return checked(postSchema, event, kind, post => readPost(post, subscription, payload))
    case 'direct_message_events':
      return isMembership(event)
        ? notAContact('Somebody joined or left a conversation.')
        : checked(directMessageSchema, event, kind, message => readDirectMessage(message, users, subscription, payload))
    case 'tweet_delete_events':
      return checked(deletedPostSchema, event, kind, ({ status, timestamp_ms }) =>
        deletion(status.id, timestamp_ms, subscription, payload),
      )
    case 'direct_message_delete_events':
      return checked(deletedMessageSchema, event, kind, ({ id, timestamp_ms, created_timestamp }) =>
        deletion(id, timestamp_ms ?? created_timestamp, subscription, payload),
      )
    default:
      return setAside('The payload holds a kind of event that is not read yet.')
  }
}

const isMembership = (event: unknown): boolean =>
  z.object({ type: z.enum(['participants_join', 'participants_leave']) }).safeParse(event).success

function checked<T>(schema: z.ZodType<T>, event: unknown, kind: string, read: (event: T) => Finding): Finding {
  const parsed = schema.safeParse(event)
  if (parsed.success) return read(parsed.data)
  return setAside(`An item of ${kind} is not as X documents it, in: ${wrongFields(parsed.error)}.`)
}

const deletion = (id: string, at: string | undefined, subscription: Subscription, payload: Payload): Finding => ({
  type: 'deletion',
  deletion: { contactId: contactId(xAccount(subscription), id), deletedAt: instantOfEpochMs(at) ?? payload.receivedAt },
})

import * as z from 'zod'
import { allFindings, maxFindings, notAContact, setAside, tooMany } from '../../payload/findings.ts'
import { readJson } from '../../payload/json.ts'
import type { Source } from '../../source/source.ts'
import type { Finding, Format, Payload } from '../channel.ts'
import { readFeedChange } from './facebook-feed.ts'
import { readRating } from './facebook-rating.ts'
import { wrongFields } from './fields.ts'
import { readInstagramComment, readInstagramMention } from './instagram-comment.ts'
import { type MetaAccount, metaInstant } from './meta-account.ts'
import { readMessaging } from './meta-message.ts'
import {
  feedSchema,
  instagramCommentSchema,
  instagramMentionSchema,
  messagingSchema,
  notificationSchema,
} from './meta-schema.ts'
import { readWhatsApp } from './whatsapp.ts'
import { whatsappValueSchema } from './whatsapp-schema.ts'

/**
 * Meta's notifications: Facebook Pages (feed, mentions, reviews, Messenger), Instagram and WhatsApp, up to 1,000 events
 * at once. https://developers.facebook.com/docs/graph-api/webhooks/getting-started#event-notifications
 */
export const meta: Format = {
  name: 'meta',
  sourceKind: 'meta',
  parse: async (payload, source) => allFindings(parseNotification(payload, source)),
}

type Notification = z.infer<typeof notificationSchema>
type Entry = Notification['entry'][number]

function parseNotification(payload: Payload, source: Source): Finding[] {
  const read = readJson(payload.bytes)
  if (!read.ok) return [setAside(read.reason)]
  const parsed = z
    .union([notificationSchema.transform(one => [one]), z.array(notificationSchema).min(1)])
    .safeParse(read.value)
  if (!parsed.success) return [setAside("The payload is no notification of Meta's: an object and its entries.")]
  const entries = parsed.data.flatMap(({ object, entry }) => entry.map(one => ({ object, entry: one })))
  const count = entries.reduce((sum, { entry }) => sum + eventsIn(entry), 0)
  if (count > maxFindings) return [tooMany(count)]
  return entries.flatMap(({ object, entry }) => readEntry(object, entry, source, payload))
}

const eventsIn = ({ changes = [], messaging = [], standby = [] }: Entry): number =>
  changes.length + messaging.length + standby.length

function readEntry(object: string, entry: Entry, source: Source, payload: Payload): Finding[] {
  switch (object) {
    case 'page':
    case 'instagram':
      return readAccount(object === 'page' ? 'facebook' : 'instagram', entry, source, payload)
    case 'whatsapp_business_account':
      return (entry.changes ?? []).flatMap(change => readWhatsAppChange(change, source, payload))
    case 'user':
    case 'permissions':
      return [notAContact('News of a profile or of permissions.')]
    default:
      return [setAside('The notification is about a kind of object that is not read yet.')]
  }
}

type Change = NonNullable<Entry['changes']>[number]

function readAccount(network: MetaAccount['network'], entry: Entry, source: Source, payload: Payload): Finding[] {
  const account = { network, id: entry.id, source, payload, sentAt: metaInstant(entry.time) ?? payload.receivedAt }
  const messages = [...(entry.messaging ?? []), ...(entry.standby ?? [])]
  return [
    ...(entry.changes ?? []).map(change => readChange(change, account)),
    ...messages.map(event => checked(messagingSchema, event, 'messaging', message => readMessaging(message, account))),
  ]
}

function readChange({ field, value }: Change, account: MetaAccount): Finding {
  switch (`${account.network} ${field}`) {
    case 'facebook feed':
    case 'facebook group_feed':
      return checked(feedSchema, value, field, change => readFeedChange(change, account))
    case 'facebook mention':
      return checked(feedSchema, value, field, change => readFeedChange(change, account, 'mention'))
    case 'facebook ratings':
      return checked(feedSchema, value, field, change => readRating(change, account))
    case 'instagram comments':
    case 'instagram live_comments':
      return checked(instagramCommentSchema, value, field, comment => readInstagramComment(comment, account))
    case 'instagram mentions':
      return checked(instagramMentionSchema, value, field, mention => readInstagramMention(mention, account))
    case 'instagram story_insights':
      return notAContact('Figures of a story.')
    default:
      return setAside('The notification is about a field that is not read yet; see the list in meta.ts.')
  }
}

/** Every other field of a WhatsApp account is news of the account, its templates or its quality. */
function readWhatsAppChange({ field, value }: Change, source: Source, payload: Payload): Finding[] {
  if (field === 'calls' || field === 'history') return [setAside('WhatsApp calls and chat histories are not read yet.')]
  if (field !== 'messages' && field !== 'smb_message_echoes')
    return [notAContact('News of the WhatsApp account itself.')]
  const parsed = whatsappValueSchema.safeParse(value)
  if (!parsed.success)
    return [setAside(`A WhatsApp event is not as Meta documents it, in: ${wrongFields(parsed.error)}.`)]
  const findings = readWhatsApp(parsed.data, source, payload)
  return findings.length > 0 ? findings : [notAContact('News of the WhatsApp account itself.')]
}

function checked<T>(schema: z.ZodType<T>, event: unknown, field: string, read: (event: T) => Finding): Finding {
  const parsed = schema.safeParse(event)
  if (parsed.success) return read(parsed.data)
  return setAside(`An event of ${field} is not as Meta documents it, in: ${wrongFields(parsed.error)}.`)
}

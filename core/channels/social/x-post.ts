import type { Contact, Evidence, Party } from '../../contact/contact.ts'
import { contactId } from '../../contact/contact-id.ts'
import { contactFinding, notAContact, setAside } from '../../payload/findings.ts'
import type { Finding, Payload } from '../channel.ts'
import { socialContact } from './social-contact.ts'
import { statedEvidence } from './stated-identifiers.ts'
import { accountEvidence, isOwnAccount, type Subscription, xAccount, xIdentifier, xParty } from './x-account.ts'
import type { XPost } from './x-schema.ts'
import { instantOfCreatedAt, instantOfEpochMs, instantOfSnowflake } from './x-time.ts'
import { postLanguage, postMedia, postText } from './x-words.ts'

/** A post by or about the subscribed account: a mention, a reply, a quote, or what the company itself posted. */
export function readPost(post: XPost, subscription: Subscription, payload: Payload): Finding {
  if (post.retweeted_status) return notAContact('A repost repeats another post and adds no words.')
  const id = post.id_str ?? post.id
  const author = post.user.id_str ?? post.user.id
  if (id === undefined || author === undefined) return setAside('A post does not say its id or its author.')
  const outbound = isOwnAccount(subscription, author)
  const original = editHistory(post)[0] ?? id
  const text = postText(post)
  const record = {
    ...versionOf(id, original, post, subscription, payload),
    ...{ channel: 'social' as const, kind: kindOf(post, outbound), text },
    direction: outbound ? ('outbound' as const) : ('inbound' as const),
    from: xParty(author, post.user),
    to: outbound ? repliedTo(post, subscription) : [],
    ...answered(post, outbound, subscription),
    provider: { account: xAccount(subscription), id },
    ...postLanguage(post),
    attachments: postMedia(post),
    thread: threadOf(original, post),
    social: socialOf(id, post),
    evidence: outbound ? [] : authorEvidence(author, text, subscription),
  }
  return contactFinding(socialContact(record, subscription.source, payload))
}

/**
 * An edited post is the same contact in a later revision: the first id of its edit history names it and says when it was
 * written. https://docs.x.com/x-api/fundamentals/edit-posts
 */
function versionOf(id: string, original: string, post: XPost, subscription: Subscription, { receivedAt }: Payload) {
  const created = instantOfEpochMs(post.timestamp_ms) ?? instantOfCreatedAt(post.created_at)
  return {
    id: contactId(xAccount(subscription), original),
    revision: Math.max(0, editHistory(post).indexOf(id)),
    occurredAt: (original === id ? created : instantOfSnowflake(original)) ?? created ?? receivedAt,
  }
}

const editHistory = (post: XPost): string[] => post.edit_history?.edit_tweet_ids ?? post.edit_history_tweet_ids ?? []

/** Whoever mentions, answers or quotes the company mentions it; its own words are posts, or comments on another's. */
function kindOf(post: XPost, outbound: boolean): Contact['kind'] {
  if (!outbound) return 'mention'
  return post.in_reply_to_status_id_str === undefined ? 'post' : 'comment'
}

function repliedTo(post: XPost, subscription: Subscription): Party[] {
  const id = post.in_reply_to_user_id_str
  if (id === undefined || isOwnAccount(subscription, id)) return []
  return [xParty(id, { screen_name: post.in_reply_to_screen_name })]
}

/** A reply to one of the company's own posts goes on with it, and answers nobody. */
function answered(post: XPost, outbound: boolean, subscription: Subscription): { answers?: string } {
  const parent = post.in_reply_to_status_id_str
  if (!outbound || parent === undefined || isOwnAccount(subscription, post.in_reply_to_user_id_str)) return {}
  return { answers: contactId(xAccount(subscription), parent) }
}

/** The payload does not tell the conversation's first post, so a thread is named by the post that was answered. */
function threadOf(id: string, post: XPost): NonNullable<Contact['thread']> {
  const parent = post.in_reply_to_status_id_str
  const references = post.quoted_status_id_str === undefined ? [] : [post.quoted_status_id_str]
  return { id: parent ?? id, ...(parent !== undefined && { inReplyTo: parent }), references }
}

function socialOf(id: string, post: XPost): NonNullable<Contact['social']> {
  const counted = {
    likes: post.favorite_count,
    reposts: post.retweet_count,
    replies: post.reply_count,
    quotes: post.quote_count,
    followers: post.user.followers_count,
  }
  const metrics = Object.entries(counted).flatMap(([name, count]) =>
    count === undefined ? [] : [[name, count] as const],
  )
  return {
    ...{ network: 'x', visibility: 'public' },
    url: `https://x.com/${encodeURIComponent(post.user.screen_name ?? 'i')}/status/${encodeURIComponent(id)}`,
    ...(metrics.length > 0 && { metrics: Object.fromEntries(metrics) }),
  }
}

const authorEvidence = (author: string, text: string, { source }: Subscription): Evidence[] => [
  accountEvidence(xIdentifier(author)),
  ...statedEvidence(text, source, { tier: 'T3', how: 'stated-in-post' }),
]

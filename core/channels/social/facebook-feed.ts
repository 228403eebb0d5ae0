import type { Attachment, Contact, Party } from '../../contact/contact.ts'
import { contactId } from '../../contact/contact-id.ts'
import { contactFinding, notAContact, setAside } from '../../payload/findings.ts'
import type { Finding } from '../channel.ts'
import { accountName, isAccountItself, type MetaAccount, metaEvidence, metaInstant, metaParty } from './meta-account.ts'
import type { FeedChange } from './meta-schema.ts'
import { type SocialRecord, socialContact } from './social-contact.ts'
import { statedEvidence } from './stated-identifiers.ts'

/** What people say on or about a Page: comments, visitors' posts, mentions. The Page's own are outbound. */
export function readFeedChange(change: FeedChange, account: MetaAccount, kind?: Contact['kind']): Finding {
  const id = change.item === 'comment' ? change.comment_id : (change.comment_id ?? change.post_id)
  const reason = wordless(change)
  if (reason !== undefined) return notAContact(reason)
  if (id === undefined) return setAside('A change of the feed names neither its post nor its comment.')
  if (isRemoval(change)) return deletion(id, account)
  const record = feedRecord(id, change, account)
  return contactFinding(socialContact({ ...record, ...(kind && { kind }) }, account.source, account.payload))
}

const spoken = new Set(['comment', 'post', 'status', 'photo', 'video', 'share', 'link', 'note', 'mention'])
const addings = new Set(['add', 'edit', 'edited', 'update', 'remove', 'delete'])

/** Reactions, moderation and stories that Facebook writes itself say nothing to the company. */
function wordless({ item, verb }: FeedChange): string | undefined {
  if (item === 'like' || item === 'reaction') return 'A reaction to a post or a comment.'
  if (!spoken.has(item)) return 'A change of the Page in which nobody says anything.'
  return addings.has(verb) ? undefined : 'Moderation: something was hidden, shown, muted or blocked.'
}

export const isRemoval = ({ verb }: FeedChange): boolean => verb === 'remove' || verb === 'delete'

export const deletion = (id: string, account: MetaAccount): Finding => ({
  type: 'deletion',
  deletion: { contactId: contactId(accountName(account), id), deletedAt: account.sentAt },
})

/** An edit comes with the time of the original; the second in which Meta sent it orders edits. */
export const feedRevision = ({ verb }: FeedChange, { sentAt }: MetaAccount): number =>
  verb === 'add' ? 0 : Math.floor(Date.parse(sentAt) / 1000)

function feedRecord(id: string, change: FeedChange, account: MetaAccount): SocialRecord {
  const author = feedAuthor(change, account)
  const outbound = isAccountItself(account, change.from?.id ?? change.sender_id)
  const isComment = change.comment_id !== undefined
  const text = change.message ?? ''
  const stated = statedEvidence(text, account.source, { tier: 'T3', how: 'stated-in-post' })
  return {
    id: contactId(accountName(account), id),
    revision: feedRevision(change, account),
    ...{ channel: 'social', kind: isComment ? 'comment' : 'post', direction: outbound ? 'outbound' : 'inbound' },
    occurredAt: metaInstant(change.created_time) ?? account.sentAt,
    ...{ from: author, to: [], text },
    attachments: feedMedia(change),
    thread: threadOf(id, change),
    ...(outbound &&
      isComment &&
      change.parent_id !== undefined && { answers: contactId(accountName(account), change.parent_id) }),
    provider: { account: accountName(account), id },
    social: { network: 'facebook', visibility: 'public', ...urlOf(change) },
    evidence: outbound ? [] : [...metaEvidence(author), ...stated],
  }
}

export function feedAuthor(change: FeedChange, account: MetaAccount): Party {
  const person = change.from?.id ?? change.sender_id ?? change.reviewer_id
  return metaParty(account, person, change.from?.name ?? change.sender_name ?? change.reviewer_name)
}

function threadOf(id: string, { post_id, parent_id }: FeedChange): NonNullable<Contact['thread']> {
  const answersComment = parent_id !== undefined && parent_id !== id
  return { id: post_id ?? id, ...(answersComment && { inReplyTo: parent_id }), references: [] }
}

/** A post is reached by its id; newer notifications bring the link themselves. */
function urlOf({ permalink_url, post, post_id }: FeedChange): { url?: string } {
  const url = permalink_url ?? post?.permalink_url
  if (url?.startsWith('https://') && url.length <= 2048) return { url }
  return post_id === undefined ? {} : { url: `https://www.facebook.com/${encodeURIComponent(post_id)}` }
}

function feedMedia({ item, photo, video, photos = [], link }: FeedChange): Attachment[] {
  const own = item === 'photo' || item === 'video' ? [{ type: item, url: link }] : []
  const attached = [...own, ...[photo, ...photos].map(url => ({ type: 'photo', url })), { type: 'video', url: video }]
  return attached.flatMap(({ type, url }) => (url === undefined ? [] : [pictureAttachment(type, url)]))
}

/** Meta tells neither type nor size of a picture; one whose link is too long to keep stays in the raw payload. */
const pictureAttachment = (type: string, url: string): Attachment => ({
  ...{ name: type, bytes: 0, ref: url.length <= 1024 ? url : '' },
  mediaType: type === 'video' ? 'video/*' : 'image/*',
})

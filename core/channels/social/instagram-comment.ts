import type * as z from 'zod'
import { contactId } from '../../contact/contact-id.ts'
import { contactFinding } from '../../payload/findings.ts'
import type { Finding } from '../channel.ts'
import { accountName, isAccountItself, type MetaAccount, metaEvidence, metaParty } from './meta-account.ts'
import type { instagramCommentSchema, instagramMentionSchema } from './meta-schema.ts'
import { type SocialRecord, socialContact } from './social-contact.ts'
import { statedEvidence } from './stated-identifiers.ts'

type Comment = z.infer<typeof instagramCommentSchema>

/** A comment on the account's media or its live video; the account's own comment answers the one it stands under. */
export function readInstagramComment(comment: Comment, account: MetaAccount): Finding {
  const from = metaParty(account, comment.from?.id, comment.from?.name, comment.from?.username)
  const outbound = isAccountItself(account, comment.from?.id)
  const parent = comment.parent_id
  const text = comment.text ?? ''
  const stated = statedEvidence(text, account.source, { tier: 'T3', how: 'stated-in-post' })
  const record: SocialRecord = {
    id: contactId(accountName(account), comment.id),
    ...{ revision: 0, channel: 'social', kind: 'comment', direction: outbound ? 'outbound' : 'inbound' },
    ...{ occurredAt: account.sentAt, from, to: [], text },
    thread: {
      id: comment.media?.id ?? parent ?? comment.id,
      ...(parent !== undefined && { inReplyTo: parent }),
      references: [],
    },
    ...(outbound && parent !== undefined && { answers: contactId(accountName(account), parent) }),
    provider: { account: accountName(account), id: comment.id },
    social: { network: 'instagram', visibility: 'public' },
    evidence: outbound ? [] : [...metaEvidence(from), ...stated],
  }
  return contactFinding(socialContact(record, account.source, account.payload))
}

type Mention = z.infer<typeof instagramMentionSchema>

/** Somebody mentioned the account. Instagram sends ids only: neither who it was nor the words. */
export function readInstagramMention(mention: Mention, account: MetaAccount): Finding {
  const id = mention.comment_id ?? mention.media_id
  const record: SocialRecord = {
    id: contactId(accountName(account), 'mention', id),
    ...{ revision: 0, channel: 'social', kind: 'mention', direction: 'inbound' },
    ...{ occurredAt: account.sentAt, from: metaParty(account, undefined), to: [], text: '' },
    thread: { id: mention.media_id, references: [] },
    provider: { account: accountName(account), id: mentionName(mention) },
    social: { network: 'instagram', visibility: 'public' },
    evidence: [],
  }
  return contactFinding(socialContact(record, account.source, account.payload))
}

/**
 * A mention on another's media is answered with both ids: `mention:<media>` or `mention:<media>:<comment>`.
 * https://developers.facebook.com/docs/instagram-platform/instagram-api-with-facebook-login/mentions
 */
const mentionName = ({ media_id, comment_id }: Mention): string =>
  ['mention', media_id, comment_id].filter(part => part !== undefined).join(':')

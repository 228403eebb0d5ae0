import { contactId } from '../../contact/contact-id.ts'
import { contactFinding, notAContact, setAside } from '../../payload/findings.ts'
import type { Finding } from '../channel.ts'
import { deletion, feedAuthor, feedRevision, isRemoval } from './facebook-feed.ts'
import { accountName, type MetaAccount, metaEvidence, metaInstant } from './meta-account.ts'
import type { FeedChange } from './meta-schema.ts'
import { socialContact } from './social-contact.ts'

/**
 * A review of the Page: stars in older notifications, a recommendation in newer ones.
 * https://developers.facebook.com/docs/graph-api/webhooks/reference/page/#ratings
 */
export function readRating(change: FeedChange, account: MetaAccount): Finding {
  if (change.item !== 'rating') return notAContact('A reaction or a comment on a review, sent without its words.')
  const id = change.open_graph_story_id
  if (id === undefined) return setAside('A review does not say its id.')
  if (isRemoval(change)) return deletion(id, account)
  const from = feedAuthor(change, account)
  const record = {
    id: contactId(accountName(account), id),
    revision: feedRevision(change, account),
    ...{ channel: 'review' as const, kind: 'review' as const, direction: 'inbound' as const },
    occurredAt: metaInstant(change.created_time) ?? account.sentAt,
    ...{ from, to: [], text: change.review_text ?? '' },
    thread: { id, references: [] },
    provider: { account: accountName(account), id },
    social: { network: 'facebook', visibility: 'public' as const, ...metricsOf(change) },
    evidence: metaEvidence(from),
  }
  return contactFinding(socialContact(record, account.source, account.payload))
}

/** `rating` is 1 to 5 stars, `recommends` 1 or 0. */
function metricsOf({ rating, recommendation_type }: FeedChange): { metrics?: Record<string, number> } {
  const recommends = { POSITIVE: 1, NEGATIVE: 0 }[(recommendation_type ?? '').toUpperCase()]
  const metrics = { ...(rating !== undefined && { rating }), ...(recommends !== undefined && { recommends }) }
  return Object.keys(metrics).length > 0 ? { metrics } : {}
}

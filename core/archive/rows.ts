import { textMask } from '../api/mask-text.ts'
import type { Campaign } from '../campaign/campaign.ts'
import { homeIdentifier } from '../contact/home.ts'
import { identifierName } from '../contact/identifier.ts'
import { streamName } from '../contact/stream.ts'
import { viewContact } from '../contact/view.ts'
import type { Conversation } from '../conversation/conversation.ts'
import type { LogEntry } from '../identity/customer-record.ts'
import type { MentionCount } from '../listening/listening.ts'
import type { Outcome } from '../outcome/outcome.ts'
import type { ContactEntry } from '../timeline/entry.ts'

/** What a row of a Parquet file holds, by column; what is not there is null there. */
export type ArchiveRow = Record<string, string | number | boolean | undefined>

/** An identifier's stream as a keyed hash: the birth id of core/identity/ids.ts, so that memberships join to it. */
export type StreamKey = (stream: string) => string

export function contactRow({ entryId, place, state, conversation }: ContactEntry, keyOf: StreamKey): ArchiveRow {
  const contact = viewContact(state)
  const mask = textMask([contact.from, ...contact.to], masked)
  const { subject, text } = contact
  const party = contact.direction === 'inbound' ? contact.from : contact.to[0]
  const { call, social } = contact
  return {
    contact_id: entryId,
    stream_key: keyOf(place.stream),
    identifier_type: homeIdentifier(contact).type,
    identifier: place.stream,
    name: party?.name,
    ...{ happened_at: place.sortAt, occurred_at: contact.occurredAt, received_at: contact.receivedAt },
    ...{ source: contact.source, channel: contact.channel, kind: contact.kind, direction: contact.direction },
    ...{ brand: contact.brand, department: contact.department, campaign: contact.campaign },
    ...{ network: social?.network, visibility: social?.visibility, language: contact.language },
    ...{ conversation_id: conversation, answers: contact.answers, automatic: contact.automatic },
    agent: contact.agent ?? call?.agent,
    answered: call?.answered,
    duration_seconds: wholeOf(call?.durationSeconds),
    queue_seconds: wholeOf(call?.queueSeconds),
    hold_seconds: wholeOf(call?.holdSeconds),
    after_call_seconds: wholeOf(call?.afterCallSeconds),
    disposition: call?.disposition,
    attachments: contact.attachments.length,
    ...{ subject, words: text, masked_subject: subject && mask(subject), masked_words: mask(text) },
    deleted: state.deletedAt !== undefined,
  }
}

/** In place of what tells who somebody is. */
const masked = '•••'

const wholeOf = (seconds: number | undefined): number | undefined => seconds && Math.round(seconds)

/** A row for each stream that the customer consists of after the decision; one without a stream where there is none. */
export function membershipRows({ customer, seq, at, operation, after }: LogEntry, keyOf: StreamKey): ArchiveRow[] {
  const decided = { customer, seq, decided_at: at, operation: operation.kind }
  if (after.members.length === 0) return [decided]
  return after.members.map(({ stream, asserted }) => ({ ...decided, stream_key: keyOf(stream), asserted }))
}

export const linkRows = ({ customer, seq, at, operation, changes }: LogEntry): ArchiveRow[] =>
  changes.map(({ id, rule, tier, state, refused }) => ({
    ...{ link_id: id, customer, seq, decided_at: at, operation: operation.kind },
    ...{ rule, tier, state, refused },
  }))

export const conversationRow = (conversation: Conversation, keyOf: StreamKey): ArchiveRow => ({
  conversation_id: conversation.id,
  stream_key: keyOf(conversation.anchor),
  ...{ opened_at: conversation.openedAt, title: conversation.title },
  ...{ brand: conversation.brand, department: conversation.department },
  ...{ status: conversation.status, since: conversation.since, priority: conversation.priority },
  resolved_at: conversation.status === 'resolved' ? conversation.since : undefined,
  ...{ team: conversation.team, assignee: conversation.assignee, channel: conversation.channel },
  ...{ channels: conversation.channels.length, language: conversation.language, topic: conversation.topics[0] },
  tags: conversation.tags.join(','),
  ...{ contacts: conversation.contacts, inbound: conversation.inbound, answered_at: conversation.answeredAt },
  ...{ switches: conversation.switches, repeats: conversation.repeats },
  promise_broken: conversation.promise?.brokenAt !== undefined,
  ...{ rating: conversation.rating?.kind, score: conversation.rating?.score, joined_into: conversation.joinedInto },
})

export const outcomeRow = (outcome: Outcome, keyOf: StreamKey): ArchiveRow => ({
  ...{ outcome_id: outcome.id, kind: outcome.kind, stream_key: keyOf(streamName(outcome.identifier)) },
  ...{ identifier: identifierName(outcome.identifier), happened_at: outcome.occurredAt },
  ...{ amount_minor: outcome.amount?.minor, currency: outcome.amount?.currency },
  ...{ campaign: outcome.campaign, product: outcome.product, reference: outcome.reference },
})

export const mentionRow = ({
  panel,
  network,
  member,
  mentions,
  positive,
  negative,
  asOf,
}: MentionCount): ArchiveRow => ({
  ...{ panel, network, member, mentions, positive, negative, as_of: asOf },
})

export const campaignRow = ({ id, name, channels, window, segment, control }: Campaign): ArchiveRow => ({
  ...{ campaign: id, name, channels: channels.join(','), from_day: window.from, until_day: window.until },
  ...{ segment: segment && `${segment.by}=${segment.value}`, control: control && `${control.by}=${control.value}` },
})

import type { AuditRecord } from '../../core/audit/audit.ts'
import { auditDecision } from '../../core/audit/audit-decision.ts'
import type { Change, Milestone, milestones } from '../../core/change/change.ts'
import type { LogEntry } from '../../core/identity/customer-record.ts'
import type { Reply } from '../../core/reply/reply.ts'
import { insightSchema } from '../../core/topic/insight.ts'
import { readLogEntry } from './identity-items.ts'
import {
  agentKeys,
  conversationKeys,
  identityKeys,
  insightKeys,
  listeningKeys,
  outcomeKeys,
  replyKeys,
  routingRuleKeys,
  timelineKeys,
} from './keys.ts'
import { outcomePlaces } from './outcome-store.ts'
import { readReply } from './reply-store.ts'
import type { Item } from './table.ts'

/** What a change of the table means to the audit: decisions about identity. Everything else means nothing to it. */
export const auditOfChange = (item: Item): AuditRecord[] =>
  identityKeys.isLog(item) ? [auditDecision(readLogEntry(item))] : []

/** What is told of a contact is counted with it: to reports, and to nobody else, it is a contact that changed. */
export function changeOfInsight(item: Item): Change[] {
  if (!insightKeys.holds(item)) return []
  const { contactId, stream, sortAt } = insightSchema.parse(item)
  return [{ v: 1, type: 'contact', contactId, stream, sortAt }]
}

/** What a change of the table means to those who keep something by it; most items mean nothing to them. */
export function changeOf(item: Item): Change[] {
  if (isContact(item)) {
    const { stream, sortAt, entryId } = timelineKeys.parseEntry(item)
    return [{ v: 1, type: 'contact', contactId: entryId, stream, sortAt }]
  }
  if (timelineKeys.isEntry(item) && item.type === 'status') return changesOfEvent(item)
  if (identityKeys.isLog(item)) return changesOfDecision(readLogEntry(item))
  if (agentKeys.holds(item)) return [{ v: 1, type: 'staff', what: 'agents' }]
  if (routingRuleKeys.holds(item)) return [{ v: 1, type: 'staff', what: 'rules' }]
  if (outcomeKeys.isOutcome(item)) return changesOfOutcome(item)
  if (listeningKeys.isCount(item)) return [{ v: 1, type: 'mentions', ...listeningKeys.parseCount(item) }]
  if (conversationKeys.isHead(item)) return changesOfConversation(conversationKeys.parseHead(item), item.version === 1)
  return replyKeys.isReply(item) ? changeOfReply(readReply(item)) : []
}

function changesOfOutcome(item: Item): Change[] {
  const { id, places } = outcomePlaces(item)
  return places.map(place => ({ v: 1, type: 'outcome', id, ...place }))
}

/** What was sent has been recorded by whoever sent it, unless a person said that it was. */
const changeOfReply = ({ id, status, nextAt, settledBy, version }: Reply): Change[] => [
  ...(status === 'waiting' || (status === 'sent' && settledBy !== undefined)
    ? [{ v: 1, type: 'reply', id, dueAt: nextAt } as const]
    : []),
  ...(status === 'sent' || status === 'failed' ? [milestone(`reply.${status}`, id, String(version))] : []),
]

const milestone = (what: (typeof milestones)[number], id: string, time: string): Milestone => ({
  v: 1,
  type: 'milestone',
  ...{ what, id, time },
})

const changesOfConversation = (id: string, isNew: boolean): Change[] => [
  { v: 1, type: 'conversation', id },
  ...(isNew ? [milestone('conversation.opened', id, '')] : []),
]

/** A customer that redirects since this decision was merged into another. */
const changesOfDecision = ({ customer, before, after, seq }: LogEntry): Change[] => [
  { v: 1, type: 'customer', customer },
  ...(after.redirect !== undefined && before?.redirect !== after.redirect
    ? [{ ...milestone('customer.merged', customer, String(seq)), into: after.redirect }]
    : []),
]

function changesOfEvent(item: Item): Change[] {
  const { stream, sortAt, entryId } = timelineKeys.parseEntry(item)
  const { conversation, change, to } = item
  const resolved = change === 'status' && to === 'resolved' && typeof conversation === 'string'
  return [
    { v: 1, type: 'event', entryId, stream, sortAt },
    ...(resolved ? [milestone('conversation.resolved', conversation, entryId)] : []),
  ]
}

/** A stub stands where a contact was, or a ref that came when it moved: that it left is news too. */
const isContact = (item: Item): boolean =>
  timelineKeys.isEntry(item) && (item.type === 'contact' || item.type === 'stub' || item.moved === true)

import type { AuditRecord } from '../../core/audit/audit.ts'
import { auditDecision } from '../../core/audit/audit-decision.ts'
import type { Change } from '../../core/change/change.ts'
import type { Reply } from '../../core/reply/reply.ts'
import { readLogEntry } from './identity-items.ts'
import { conversationKeys, identityKeys, replyKeys, timelineKeys } from './keys.ts'
import { readReply } from './reply-store.ts'
import type { Item } from './table.ts'

/** What a change of the table means to the audit: decisions about identity. Everything else means nothing to it. */
export const auditOfChange = (item: Item): AuditRecord[] =>
  identityKeys.isLog(item) ? [auditDecision(readLogEntry(item))] : []

/** What a change of the table means to those who keep something by it; most items mean nothing to them. */
export function changeOf(item: Item): Change[] {
  if (isContact(item)) {
    const { stream, sortAt, entryId } = timelineKeys.parseEntry(item)
    return [{ v: 1, type: 'contact', contactId: entryId, stream, sortAt }]
  }
  if (identityKeys.isLog(item)) return [{ v: 1, type: 'customer', customer: readLogEntry(item).customer }]
  if (conversationKeys.isHead(item)) return [{ v: 1, type: 'conversation', id: conversationKeys.parseHead(item) }]
  return replyKeys.isReply(item) ? changeOfReply(readReply(item)) : []
}

/** What was sent has been recorded by whoever sent it, unless a person said that it was. */
const changeOfReply = ({ id, status, nextAt, settledBy }: Reply): Change[] =>
  status === 'waiting' || (status === 'sent' && settledBy !== undefined)
    ? [{ v: 1, type: 'reply', id, dueAt: nextAt }]
    : []

/** A stub stands where a contact was, or a ref that came when it moved: that it left is news too. */
const isContact = (item: Item): boolean =>
  timelineKeys.isEntry(item) && (item.type === 'contact' || item.type === 'stub' || item.moved === true)

import type { Evidence } from '../../contact/contact.ts'
import { contactId } from '../../contact/contact-id.ts'
import { contactFinding } from '../../payload/findings.ts'
import type { Finding, Payload } from '../channel.ts'
import { socialContact } from './social-contact.ts'
import { statedEvidence } from './stated-identifiers.ts'
import { accountEvidence, isOwnAccount, type Subscription, xAccount, xIdentifier, xParty } from './x-account.ts'
import type { XDirectMessage, XUsers } from './x-schema.ts'
import { instantOfEpochMs } from './x-time.ts'
import { mediaAttachment, writtenText } from './x-words.ts'

/** A direct message to or from the subscribed account. What its author says there of himself can be checked with him. */
export function readDirectMessage(
  message: XDirectMessage,
  users: XUsers,
  subscription: Subscription,
  payload: Payload,
): Finding {
  const { sender_id: sender, target, message_data: data } = message.message_create
  const recipient = target?.recipient_id
  const outbound = isOwnAccount(subscription, sender)
  const text = writtenText(data.text ?? '', data.entities)
  const record = {
    id: contactId(xAccount(subscription), message.id),
    ...{ revision: 0, channel: 'message' as const, kind: 'direct' as const, text },
    direction: outbound ? ('outbound' as const) : ('inbound' as const),
    occurredAt: instantOfEpochMs(message.created_timestamp) ?? payload.receivedAt,
    from: xParty(sender, users[sender]),
    to:
      outbound && recipient !== undefined && !isOwnAccount(subscription, recipient)
        ? [xParty(recipient, users[recipient])]
        : [],
    attachments: data.attachment?.media ? [mediaAttachment(data.attachment.media)] : [],
    thread: { id: conversationId(sender, recipient ?? subscription.userId), references: [] },
    provider: { account: xAccount(subscription), id: message.id },
    social: { network: 'x', visibility: 'private' as const },
    evidence: outbound ? [] : authorEvidence(sender, text, subscription),
  }
  return contactFinding(socialContact(record, subscription.source, payload))
}

/** X names a conversation of two by both ids, the smaller number first. */
function conversationId(a: string, b: string): string {
  const smallerFirst = a.length === b.length ? a < b : a.length < b.length
  return smallerFirst ? `${a}-${b}` : `${b}-${a}`
}

const authorEvidence = (sender: string, text: string, { source }: Subscription): Evidence[] => [
  accountEvidence(xIdentifier(sender)),
  ...statedEvidence(text, source, { tier: 'T2', how: 'stated-in-message' }),
]

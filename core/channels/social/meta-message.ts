import type { Attachment, Evidence, Party } from '../../contact/contact.ts'
import { contactId } from '../../contact/contact-id.ts'
import { contactFinding, notAContact } from '../../payload/findings.ts'
import { shortened } from '../../payload/text.ts'
import type { Finding } from '../channel.ts'
import { accountName, isAccountItself, type MetaAccount, metaEvidence, metaInstant, metaParty } from './meta-account.ts'
import type { Messaging, MetaAttachment } from './meta-schema.ts'
import { type SocialRecord, socialContact } from './social-contact.ts'
import { statedEvidence } from './stated-identifiers.ts'

/** A Messenger or Instagram message. What the account sent itself comes back as an echo, and is outbound. */
export function readMessaging(event: Messaging, account: MetaAccount): Finding {
  const said = saidIn(event)
  if (said === undefined) return notAContact('News of a conversation in which nobody says anything.')
  const id = contactId(accountName(account), said.mid)
  const at = metaInstant(event.timestamp) ?? account.sentAt
  if (event.message?.is_deleted) return { type: 'deletion', deletion: { contactId: id, deletedAt: at } }
  const outbound = event.message?.is_echo === true || isAccountItself(account, event.sender?.id)
  const record = messageRecord({ id, at, outbound, said }, event, account)
  return contactFinding(socialContact(record, account.source, account.payload))
}

type Said = { mid: string; text: string; revision: number; attachments: MetaAttachment[]; replyTo?: string | undefined }

/** A message, an edit of one, or a button with words on it that somebody pressed. */
function saidIn({ message, message_edit: edit, postback, sender, timestamp }: Messaging): Said | undefined {
  if (message) {
    const { mid, text = '', attachments = [], reply_to } = message
    return { mid, text, revision: 0, attachments, replyTo: reply_to?.mid }
  }
  if (edit) return { mid: edit.mid, text: edit.text ?? '', revision: edit.num_edit, attachments: [] }
  if (!postback?.title || sender?.id === undefined) return undefined
  return {
    mid: postback.mid ?? `postback ${sender.id} ${timestamp}`,
    text: postback.title,
    revision: 0,
    attachments: [],
  }
}

type Message = { id: string; at: string; outbound: boolean; said: Said }

function messageRecord({ id, at, outbound, said }: Message, event: Messaging, account: MetaAccount): SocialRecord {
  const person = outbound ? event.recipient?.id : event.sender?.id
  const customer = metaParty(account, person)
  const company = metaParty(account, account.id)
  return {
    ...{ id, revision: said.revision, channel: 'message', kind: 'direct', occurredAt: at, text: said.text },
    direction: outbound ? 'outbound' : 'inbound',
    from: outbound ? company : customer,
    to: outbound && person !== undefined ? [customer] : [],
    attachments: said.attachments.map(messageAttachment),
    thread: {
      id: `${accountName(account)}:${person ?? 'unknown'}`,
      ...(said.replyTo !== undefined && { inReplyTo: said.replyTo }),
      references: [],
    },
    ...(outbound && said.replyTo !== undefined && { answers: contactId(accountName(account), said.replyTo) }),
    provider: { account: accountName(account), id: said.mid },
    social: { network: account.network, visibility: 'private' },
    evidence: outbound ? [] : authorEvidence(customer, said.text, account),
  }
}

const authorEvidence = (author: Party, text: string, { source }: MetaAccount): Evidence[] => [
  ...metaEvidence(author),
  ...statedEvidence(text, source, { tier: 'T2', how: 'stated-in-message' }),
]

/** A place is kept as a geo URI (RFC 5870); a link too long to keep stays in the raw payload. */
function messageAttachment({ type, payload }: MetaAttachment): Attachment {
  const place = payload?.coordinates
  const ref = place ? `geo:${place.lat},${place.long}` : (payload?.url ?? '')
  return {
    name: shortened(payload?.title ?? type, 512),
    mediaType: mediaTypes.get(type) ?? 'application/octet-stream',
    ...{ bytes: 0, ref: ref.length <= 1024 ? ref : '' },
  }
}

const mediaTypes = new Map([
  ['image', 'image/*'],
  ['video', 'video/*'],
  ['audio', 'audio/*'],
])

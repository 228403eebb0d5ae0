import type { Evidence, Party } from '../../contact/contact.ts'
import { contactId } from '../../contact/contact-id.ts'
import type { Identifier } from '../../contact/identifier.ts'
import { contactFinding, notAContact } from '../../payload/findings.ts'
import { instantOf } from '../../payload/instant.ts'
import { optionalText } from '../../payload/text.ts'
import type { Source } from '../../source/source.ts'
import type { Finding, Payload } from '../channel.ts'
import { phoneIdentifier } from '../phone/phone-number.ts'
import { type SocialRecord, socialContact, unnamedAuthor } from './social-contact.ts'
import { statedEvidence } from './stated-identifiers.ts'
import type { WhatsAppMessage, WhatsAppProfile, WhatsAppValue } from './whatsapp-schema.ts'
import { whatsappAttachments, whatsappText } from './whatsapp-words.ts'

type Line = { account: string; profiles: WhatsAppProfile[]; source: Source; payload: Payload }

/** The messages to and from one WhatsApp number. https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks */
export function readWhatsApp(value: WhatsAppValue, source: Source, payload: Payload): Finding[] {
  const { messages = [], message_echoes: echoes = [], statuses = [], contacts: profiles = [] } = value
  const line = { account: `whatsapp:${value.metadata.phone_number_id}`, profiles, source, payload }
  return [
    ...messages.map(message => readMessage(message, 'inbound', line)),
    ...echoes.map(message => readMessage(message, 'outbound', line)),
    ...statuses.map(() => notAContact('A message was sent, delivered or read.')),
  ]
}

const wordless = new Map([
  ['reaction', 'A reaction to a message.'],
  ['system', 'WhatsApp says that a customer changed number or device.'],
  ['request_welcome', 'Somebody opened the chat for the first time.'],
])

function readMessage(message: WhatsAppMessage, direction: 'inbound' | 'outbound', line: Line): Finding {
  const reason = wordless.get(message.type ?? '')
  if (reason !== undefined) return notAContact(reason)
  const at = sentAt(message, line.payload)
  const original = message.revoke?.original_message_id
  if (original !== undefined) {
    return { type: 'deletion', deletion: { contactId: contactId(line.account, original), deletedAt: at } }
  }
  return contactFinding(socialContact(messageRecord(message, direction, at, line), line.source, line.payload))
}

const sentAt = ({ timestamp = '' }: WhatsAppMessage, { receivedAt }: Payload): string =>
  (/^\d{9,11}$/.test(timestamp) ? instantOf(Number(timestamp) * 1000) : undefined) ?? receivedAt

/** An edit is a later revision of the message that it edits, ordered by its second. */
function messageRecord(
  message: WhatsAppMessage,
  direction: 'inbound' | 'outbound',
  at: string,
  line: Line,
): SocialRecord {
  const inbound = direction === 'inbound'
  const number = inbound ? message.from : message.to
  const person = whatsappPerson(number, inbound ? message.from_user_id : message.to_user_id, line)
  const content = message.edit?.message ?? message
  const text = whatsappText(content)
  const parent = message.context?.id
  const id = message.edit?.original_message_id ?? message.id
  return {
    id: contactId(line.account, id),
    revision: message.edit ? Math.floor(Date.parse(at) / 1000) : 0,
    ...{ channel: 'message', kind: 'direct', direction, occurredAt: at, text },
    from: inbound ? person.party : unnamedAuthor(line.source),
    to: inbound || person.party.identifier.type === 'line' ? [] : [person.party],
    attachments: whatsappAttachments(content),
    thread: {
      id: message.group_id ?? `${line.account}:${person.party.identifier.value}`,
      ...(parent !== undefined && { inReplyTo: parent }),
      references: [],
    },
    ...(!inbound && parent !== undefined && { answers: contactId(line.account, parent) }),
    provider: { account: line.account, id },
    social: { network: 'whatsapp', visibility: 'private' },
    evidence: inbound
      ? [...person.evidence, ...statedEvidence(text, line.source, { tier: 'T2', how: 'stated-in-message' })]
      : [],
  }
}

/**
 * Whoever is at the other end: the business-scoped user id where WhatsApp gives one, else the number. The number that
 * WhatsApp shows is the person's own, so it is proven both as an account and as a phone.
 */
function whatsappPerson(number: string | undefined, userId: string | undefined, line: Line) {
  const profile = line.profiles.find(({ wa_id, user_id }) => isSame(wa_id, number) || isSame(user_id, userId))
  const only = profile ?? (number === undefined && userId === undefined ? line.profiles[0] : undefined)
  const bsuid = userId ?? only?.user_id
  const shown = number ?? only?.wa_id
  const accounts = [bsuid, shown].flatMap(value => (value === undefined ? [] : [whatsappIdentifier(value)]))
  const phone =
    shown === undefined ? undefined : phoneIdentifier(`+${shown.replace(/^\+/, '')}`, line.source.defaultRegion)
  const [identifier] = accounts
  const party: Party =
    identifier === undefined
      ? unnamedAuthor(line.source)
      : { identifier, ...optionalText('name', only?.profile?.name), ...optionalText('handle', only?.profile?.username) }
  const evidence: Evidence[] = accounts.map(account => ({ identifier: account, tier: 'T1', how: 'network-account' }))
  if (phone !== undefined) evidence.push({ identifier: phone, tier: 'T1', how: 'shown-by-network' })
  return { party, evidence }
}

const isSame = (a: string | undefined, b: string | undefined): boolean => a !== undefined && a === b

const whatsappIdentifier = (value: string): Identifier => ({ type: 'whatsapp', value: value.replace(/^\+/, '') })

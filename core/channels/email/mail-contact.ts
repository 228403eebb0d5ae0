import type { Contact, Evidence } from '../../contact/contact.ts'
import { contactFinding } from '../../payload/findings.ts'
import { contactText, optionalText } from '../../payload/text.ts'
import { isOwn, type Source } from '../../source/source.ts'
import type { Finding, Payload } from '../channel.ts'
import { emailIdentifier } from './addresses.ts'
import { attachmentsOf } from './attachments.ts'
import { automaticOf } from './automatic.ts'
import { type Returned, returnedMail } from './bounce.ts'
import { mailDate } from './dates.ts'
import { evidenceOf, type Vouched } from './evidence/evidence.ts'
import { mailId, sentMailId } from './mail-id.ts'
import { bodyOf } from './mime/body.ts'
import { decodeWords } from './mime/encoded-words.ts'
import { type Field, fieldValue } from './mime/header-block.ts'
import type { Part } from './mime/parts.ts'
import { lineOf, mailboxes, others, ownMailbox, type Parties, partiesOf } from './parties.ts'
import { messageId, threadOf } from './thread.ts'
import { mailWords } from './words/mail-words.ts'
import type { Words } from './words/own-words.ts'

/** A mail that was read into its parts, with all that is known of it. */
export type Mail = {
  bytes: Uint8Array
  root: Part
  payload: Payload
  source: Source
  vouched: Vouched
  sentAt: string | undefined
}

/** The mail in the normal form. Its text is what the author wrote, without quoted mails and a signature set apart. */
export function mailContact(mail: Mail): Finding {
  const { bytes, root, payload, source } = mail
  const body = bodyOf(root)
  const words = mailWords(bytes, body.blocks)
  const automatic = automaticOf(root)
  const returned = automatic === 'bounce' ? returnedMail(bytes, root, words) : undefined
  const parties = returned ? reportParties(returned, source) : partiesOf(root.fields, source)
  const id = idOf(mail, parties)
  const thread = threadOf(root.fields, id, returned?.messageId)
  const contact: Contact = {
    ...{ v: 1, id, source: source.id, channel: 'email', kind: 'mail' },
    ...{ brand: source.brand, department: source.department, revision: 0 },
    ...{ direction: parties.direction, from: parties.from, to: parties.to },
    ...times(mail),
    ...subjectOf(root.fields),
    ...contactText(words.text),
    ...(words.cut && { truncated: true }),
    attachments: attachmentsOf(bytes, body.attached, payload.rawRef.object),
    ...(thread && { thread }),
    ...providerOf(mail),
    ...(automatic && { automatic }),
    evidence: shown(mail, parties, words, automatic !== undefined),
    rawRef: payload.rawRef,
  }
  return contactFinding(contact)
}

function idOf({ bytes, root, payload, source }: Mail, { direction }: Parties): string {
  const sent = direction === 'outbound' ? sentMailId(source.id, messageId(root.fields)) : undefined
  return sent ?? mailId(source.id, bytes, root, payload.ordinal)
}

/**
 * A server's report is nobody's word, so it lies on the source's line; those whom it is about take part, and find it on
 * their timelines.
 */
const reportParties = ({ recipients }: Returned, source: Source): Parties => ({
  ...{ direction: 'inbound', from: lineOf(source), claimed: false },
  to: others(
    recipients.map(address => ({ address })),
    source,
  ),
})

const times = ({ root, payload, sentAt }: Mail): Pick<Contact, 'occurredAt' | 'receivedAt'> => ({
  occurredAt: mailDate(fieldValue(root.fields, 'date')) ?? sentAt ?? payload.receivedAt,
  receivedAt: payload.receivedAt,
})

const subjectOf = (fields: Field[]): Pick<Contact, 'subject'> =>
  optionalText('subject', decodeWords(fieldValue(fields, 'subject') ?? '').replace(/[\s\p{Cc}]+/gu, ' '), 1024)

/** Which mailbox of ours it came to, or went out from, and its Message-ID: what a reply needs. */
function providerOf({ root, source }: Mail): Pick<Contact, 'provider'> {
  const id = messageId(root.fields)
  const account = ownMailbox(root.fields, source)
  return id === undefined || account === undefined ? {} : { provider: { account, id } }
}

/** Only a customer's mail shows something about its author. A Reply-To may name anybody, so it is a hint. */
function shown(mail: Mail, { direction, from, claimed }: Parties, words: Words, isAutomatic: boolean): Evidence[] {
  const { vouched, source, root } = mail
  if (direction === 'outbound' || from.identifier.type === 'line') return []
  const author: Vouched = claimed && vouched.tier !== 'T4' ? { tier: 'T3', how: 'reply-to' } : vouched
  const found = evidenceOf(from, author, words, isAutomatic, source)
  const known = new Set(found.map(({ identifier }) => identifier.value))
  const answerTo = mailboxes(root.fields, 'reply-to').map(({ address }) => emailIdentifier(address))
  const hints = answerTo.filter(identifier => !known.has(identifier.value) && !isOwn(source, identifier)).slice(0, 5)
  return [...found, ...hints.map((identifier): Evidence => ({ identifier, tier: 'T4', how: 'reply-to' }))]
}

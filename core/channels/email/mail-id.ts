import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { contactId } from '../../contact/contact-id.ts'
import { fieldValue, fieldValues } from './mime/header-block.ts'
import type { Part } from './mime/parts.ts'
import { mailboxes } from './parties.ts'
import { messageId } from './thread.ts'

/** What a mail without a Message-ID is known by, besides From and Date; servers add no such field on the way. */
const written = ['to', 'cc', 'subject', 'reply-to', 'in-reply-to', 'references', 'content-type']
const hashedBytes = 256 * 1024
const CR = 13

/**
 * The id of a mail: source, Message-ID, From and Date, as the mail was sent. Without a Message-ID, a hash of the written
 * fields and the beginning of the body; fields that servers add (Received, Delivered-To, X-…), the kind of line end and
 * how fields are folded do not enter, so that the same mail delivered again has the same id. `ordinal` tells apart
 * identical mails without a Message-ID in one file.
 */
export function mailId(account: string, bytes: Uint8Array, root: Part, ordinal = 0): string {
  const { fields } = root
  const from = mailboxes(fields, 'from')[0]?.address ?? ''
  const date = plain(fieldValue(fields, 'date'))
  const id = messageId(fields)
  if (id !== undefined) return contactId(account, 'mail', id, from, date)
  const said = written.map(name => fieldValues(fields, name).map(plain).join('\n'))
  return contactId(
    account,
    'mail',
    '',
    from,
    date,
    ...said,
    bodyHash(bytes, root),
    ...(ordinal > 0 ? [String(ordinal)] : []),
  )
}

const plain = (field: string | undefined): string => (field ?? '').replace(/\s+/g, ' ')

function bodyHash(bytes: Uint8Array, root: Part): string {
  const body = bytes.subarray(root.start, root.start + hashedBytes).filter(byte => byte !== CR)
  let end = body.length
  while (end > 0 && (body[end - 1] ?? 0) <= 32) end--
  return bytesToHex(sha256(body.subarray(0, end)))
}

const bySes = /@(?:email|[a-z]{2}(?:-[a-z]+)+-\d)\.amazonses\.com$/

/**
 * The id of a mail of ours that Amazon SES sent, by the Message-ID that SES gave it; undefined for any other. Its Date is
 * SES's as well, so whoever asked for sending cannot know it
 * (https://docs.aws.amazon.com/ses/latest/dg/header-fields.html).
 */
export const sentMailId = (account: string, sentAs: string | undefined): string | undefined =>
  sentAs !== undefined && bySes.test(sentAs) ? contactId(account, 'mail', sentAs) : undefined

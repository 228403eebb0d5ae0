import type { Contact } from '../../contact/contact.ts'
import { messageIdIn } from '../../reply/reply-token.ts'
import { limits } from './limits.ts'
import { type Field, fieldValue, fieldValues } from './mime/header-block.ts'
import { mailboxes } from './parties.ts'

const longestId = 1000

/** The ids of a Message-ID, In-Reply-To or References field, without their angle brackets (RFC 5322 section 3.6.4). */
export function messageIds(field: string | undefined): string[] {
  const text = (field ?? '').slice(0, limits.addressField)
  const bracketed = [...text.matchAll(/<([^<>\s]{1,998})>/g)].map(match => match[1] ?? '')
  if (bracketed.length > 0) return bracketed
  return text.split(/[\s,<>]+/).filter(word => word.includes('@') && word.length <= longestId)
}

/** The id of the mail itself: what `messageIds` finds first, else all that stands in the field. */
export function messageId(fields: Field[]): string | undefined {
  const field = fieldValue(fields, 'message-id')
  const id = messageIds(field)[0] ?? field?.slice(0, longestId)
  return id === undefined || id === '' ? undefined : id
}

/**
 * The place of the mail in its thread. Of many references the first, which began the thread, and the last are kept;
 * `returned` is the Message-ID of a mail that came back. A mail to the plus address of a reply of ours answers that
 * reply, whether its program refers to it or not.
 */
export function threadOf(fields: Field[], contactId: string, returned: string | undefined): Contact['thread'] {
  const id = messageId(fields)
  const references = [
    ...new Set([...fieldValues(fields, 'references').flatMap(messageIds), ...repliesAddressed(fields)]),
  ]
  const inReplyTo = answered(messageIds(fieldValue(fields, 'in-reply-to')), references) ?? returned
  if (id === undefined && inReplyTo === undefined && references.length === 0) return undefined
  const kept =
    references.length > limits.references
      ? [references[0] ?? '', ...references.slice(1 - limits.references)]
      : references
  return { id: id ?? contactId, ...(inReplyTo !== undefined && { inReplyTo }), references: kept }
}

/** Old programs wrote `Message from Alice <alice@example.com> <id@example.com>`: the id is the one that is referred to, or the last. */
const answered = (ids: string[], references: string[]): string | undefined =>
  ids.find(id => references.includes(id)) ?? ids.at(-1)

const repliesAddressed = (fields: Field[]): string[] =>
  [...mailboxes(fields, 'to'), ...mailboxes(fields, 'cc')].flatMap(({ address }) => messageIdIn(address) ?? [])

import { emailAddress, parseAddresses } from './addresses.ts'
import { limits } from './limits.ts'
import { decodeWords } from './mime/encoded-words.ts'
import { type Field, fieldValue, fieldValues, readHeader } from './mime/header-block.ts'
import { isEncapsulated, leaves, type Part } from './mime/parts.ts'
import { decodeBody, encodingOf } from './mime/transfer-encoding.ts'
import { messageId } from './thread.ts'
import type { Words } from './words/own-words.ts'

/** What a report says of the mail it is about: whom it did not reach, and which mail it was. */
export type Returned = { recipients: string[]; messageId?: string }

/**
 * Reads a delivery status (RFC 3464 section 2.3), a feedback report (RFC 5965), Exim's X-Failed-Recipients, the header
 * of the returned mail, or as a last resort the text.
 */
export function returnedMail(bytes: Uint8Array, root: Part, words: Words): Returned {
  const original = originalFields(bytes, root)
  const sources = [
    () =>
      leaves(root)
        .filter(isStatus)
        .flatMap(part => statusRecipients(textOf(bytes, part))),
    () => addresses(fieldValues(root.fields, 'x-failed-recipients')),
    () => addresses(fieldValues(original, 'to')),
    () => textRecipients(words),
  ]
  const id = messageId(original)
  return { recipients: firstFound(sources), ...(id !== undefined && { messageId: id }) }
}

function firstFound(sources: (() => string[])[]): string[] {
  for (const source of sources) {
    const found = [...new Set(source())]
    if (found.length > 0) return found.slice(0, limits.recipients)
  }
  return []
}

const isStatus = (part: Part): boolean =>
  /^message\/(?:(?:global-)?delivery-status|feedback-report)$/.test(part.type.value)

const isOriginal = (part: Part): boolean =>
  isEncapsulated(part) || /^(?:text\/rfc822-headers|message\/(?:global-headers|rfc822-headers))$/.test(part.type.value)

const longestReport = 64 * 1024

function textOf(bytes: Uint8Array, part: Part): string {
  const encoding = encodingOf(fieldValue(part.fields, 'content-transfer-encoding'))
  return latin.decode(decodeBody(bytes, part.start, part.end, encoding, longestReport))
}

const latin = new TextDecoder('windows-1252')

/** What the sender wrote comes first: the final recipient may be a forwarding address that nobody knows. */
function statusRecipients(text: string): string[] {
  const named = (field: RegExp) => [...text.matchAll(field)].flatMap(([, value = '']) => emailAddress(value) ?? [])
  const original = named(/^original-(?:recipient|rcpt-to)\s*:\s*(?:rfc822\s*;)?\s*([^\r\n]{3,320})/gim)
  const final = named(
    /^(?:final-recipient|original-rcpt-to|removal-recipient)\s*:\s*(?:rfc822\s*;|x400\s*;)?\s*([^\r\n]{3,320})/gim,
  )
  return original.length >= final.length ? original : final
}

const addresses = (fields: string[]): string[] =>
  fields.flatMap(field => parseAddresses(decodeWords(field)).map(({ address }) => address))

function originalFields(bytes: Uint8Array, root: Part): Field[] {
  const part = leaves(root).find(isOriginal)
  if (part === undefined) return []
  const encoding = encodingOf(fieldValue(part.fields, 'content-transfer-encoding'))
  const decoded = decodeBody(bytes, part.start, part.end, encoding, longestReport)
  return readHeader(decoded, 0, decoded.length).fields
}

/** The addresses in the server's words, but for those to turn to and those who sent; else the To of a returned header. */
function textRecipients(words: Words): string[] {
  const sentences = words.text.slice(0, limits.scanned).split(/\n|[.!?]\s(?=[A-Z])/)
  const telling = sentences.filter(sentence => !aboutOthers.test(sentence))
  const named = telling.flatMap(sentence => [...sentence.slice(0, 500).matchAll(addressInText)].map(([at]) => at))
  const returned = [...words.quoted.slice(0, limits.scanned).matchAll(/^[\s>]{0,8}to:([^\n]{3,320})/gim)].map(
    ([, to = '']) => to,
  )
  const found = named.flatMap(written => emailAddress(written.replace(/[.]+$/, '')) ?? [])
  return found.length > 0 ? found : addresses(returned)
}

const aboutOthers = /\b(?:from|contact|assistance|help|support|postmaster|mailer-daemon|report|sender|message-id)\b/i
const addressInText = /[^\s<>:;,"'()[\]]{1,64}@[^\s<>:;,"'()[\]]{3,255}/g

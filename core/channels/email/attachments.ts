import type { Attachment } from '../../contact/contact.ts'
import { limits } from './limits.ts'
import { decodeWords } from './mime/encoded-words.ts'
import { fieldValue } from './mime/header-block.ts'
import { isEncapsulated, type Part } from './mime/parts.ts'
import { decodedLength, encodingOf } from './mime/transfer-encoding.ts'

/**
 * What is attached, measured but not decoded. `ref` is the object of the raw payload and the part's path in the mail
 * (RFC 3501 section 6.4.5), as in `payloads/mail/support/…#2.1`.
 */
export const attachmentsOf = (bytes: Uint8Array, parts: Part[], object: string): Attachment[] =>
  parts.slice(0, limits.attachments).map(part => ({
    name: fileName(part),
    mediaType: part.type.value.slice(0, 256) || 'application/octet-stream',
    bytes: decodedLength(bytes, part.start, part.end, encodingOf(fieldValue(part.fields, 'content-transfer-encoding'))),
    ref: `${object.slice(0, 900)}#${part.path}`,
  }))

/** Without folders, which some programs write; RFC 2047 words are not allowed there and common. */
function fileName(part: Part): string {
  const given = part.disposition.params.get('filename') ?? part.type.params.get('name')
  if (given === undefined || given.trim() === '') return isEncapsulated(part) ? 'message.eml' : `part ${part.path}`
  return (
    decodeWords(given)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .replace(/^.*[\\/]/, '')
      .slice(0, 255) || `part ${part.path}`
  )
}

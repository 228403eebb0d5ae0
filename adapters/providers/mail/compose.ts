import MailComposer from 'nodemailer/lib/mail-composer'
import type { Letter } from '../../../core/reply/mail/letter.ts'
import { oneLine } from '../../../core/reply/mail/one-line.ts'

/** A file that goes along, as it is. */
export type File = { name: string; mediaType: string; bytes: Uint8Array }

/**
 * The letter as MIME (RFC 5322, RFC 2045), lines ending in CRLF and all of ASCII. The composer is given texts and bytes
 * only, and may open neither files nor addresses that a text might name.
 */
export async function compose(letter: Letter, files: File[]): Promise<Uint8Array> {
  const { from, to, cc, replyTo, inReplyTo, references, messageId, subject, date, text, html } = letter
  const composer = new MailComposer({
    ...{ from: addressed(from), to: to.map(addressed), cc: cc.map(addressed), subject, date, text, html },
    ...(replyTo && { replyTo: addressed(replyTo) }),
    ...(inReplyTo !== undefined && { inReplyTo: `<${inReplyTo}>` }),
    ...{ messageId: `<${messageId}>`, references: references.map(id => `<${id}>`) },
    headers: headersOf(letter),
    attachments: files.map(attached),
    ...{ newline: 'windows', disableFileAccess: true, disableUrlAccess: true },
  })
  return new Uint8Array(await composer.compile().build())
}

/** RFC 3834 section 5; RFC 8058 section 3.1: the second field says that one POST is enough. */
const headersOf = ({ autoSubmitted, unsubscribe }: Letter): Record<string, string> => ({
  ...(autoSubmitted && { 'Auto-Submitted': autoSubmitted }),
  ...(unsubscribe && {
    'List-Unsubscribe': `<${unsubscribe}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }),
})

const addressed = ({ address, name = '' }: Letter['from']) => ({ address, name })

/**
 * Always base 64: a part that is itself a message or of several parts may not be encoded (RFC 2045 section 6.4), so it
 * goes as plain bytes, which its name explains.
 */
const attached = ({ name, mediaType, bytes }: File) => ({
  filename: fileName(name),
  contentType: contentType(mediaType),
  content: Buffer.from(bytes),
  contentDisposition: 'attachment',
  contentTransferEncoding: 'base64',
})

/** Without folders, which only tell of the sender's computer. */
const fileName = (name: string): string => oneLine(name, 200).replace(/^.*[\\/]/, '') || 'file'

const single = /^(?!multipart\/|message\/)[a-z0-9][a-z0-9!#$&^_.+-]{0,63}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,63}$/

/** RFC 6838 section 4.2, without parameters. */
function contentType(mediaType: string): string {
  const type = mediaType.split(';')[0]?.trim().toLowerCase() ?? ''
  return single.test(type) ? type : 'application/octet-stream'
}

import { type Charset, encodeText, fitsLatin1, headerText, isAscii, mailboxText, type Transfer } from './mime.ts'

export type Mailbox = { name?: string; address: string }

/** How a mail is put together. `text` is its plain form, `html` its rich one; line ends are CRLF. */
export type Build = 'plain' | 'alternative' | 'html' | 'attachment'

export type Message = {
  from: Mailbox
  to: Mailbox[]
  cc?: Mailbox[]
  replyTo?: Mailbox
  subject: string
  date: string
  messageId: string
  inReplyTo?: string
  references?: readonly string[]
  /** Headers before and after the usual ones, whole lines. */
  received: readonly string[]
  extra: readonly string[]
  build: Build
  charset: Charset
  transfer: Transfer
  text: string
  html: string
  boundary: string
}

type Part = { type: string; text: string; transfer: Transfer; charset: Charset }

/** What an encoding cannot carry is carried by the nearest one that can. */
function suited(text: string, charset: Charset, transfer: Transfer): { charset: Charset; transfer: Transfer } {
  const able = charset === 'iso-8859-1' && fitsLatin1(text) ? charset : 'utf-8'
  if (transfer !== '7bit') return { charset: able, transfer }
  return { charset: able, transfer: isAscii(text) ? '7bit' : '8bit' }
}

const partOf = (type: string, text: string, { charset, transfer }: Message): Part => ({
  type,
  text,
  ...suited(text, charset, transfer),
})

const partHeaders = ({ type, transfer, charset }: Part): string =>
  `Content-Type: ${type}; charset=${charset}\r\nContent-Transfer-Encoding: ${transfer}`

const wholePart = (part: Part): string =>
  `${partHeaders(part)}\r\n\r\n${encodeText(part.text, part.charset, part.transfer)}\r\n`

const alternative = (message: Message, boundary: string): string =>
  [
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    `${wholePart(partOf('text/plain', message.text, message))}--${boundary}`,
    `${wholePart(partOf('text/html', message.html, message))}--${boundary}--`,
    '',
  ].join('\r\n')

/** A picture of one point, which stands for the photograph that people attach. */
const picture = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

const withPicture = (message: Message): string =>
  [
    `Content-Type: multipart/mixed; boundary="${message.boundary}"`,
    '',
    `--${message.boundary}`,
    `${alternative(message, `${message.boundary}a`)}--${message.boundary}`,
    'Content-Type: image/gif; name="photo.gif"',
    'Content-Disposition: attachment; filename="photo.gif"',
    'Content-Transfer-Encoding: base64',
    '',
    picture,
    `--${message.boundary}--`,
    '',
  ].join('\r\n')

const bodies: Record<Build, (message: Message) => string> = {
  plain: message => wholePart(partOf('text/plain', message.text, message)),
  html: message => wholePart(partOf('text/html', message.html, message)),
  alternative: message => alternative(message, message.boundary),
  attachment: withPicture,
}

const addresses = (header: string, mailboxes: readonly Mailbox[] | undefined): string[] =>
  mailboxes?.length
    ? [`${header}: ${mailboxes.map(({ name, address }) => mailboxText(name, address)).join(',\r\n ')}`]
    : []

/** The message as RFC 5322 bytes (a string of latin1). */
export function writeMessage(message: Message): Buffer {
  const headers = [
    ...message.received,
    ...addresses('From', [message.from]),
    ...addresses('To', message.to),
    ...addresses('Cc', message.cc),
    ...addresses('Reply-To', message.replyTo && [message.replyTo]),
    `Subject: ${headerText(message.subject)}`,
    `Date: ${message.date}`,
    `Message-ID: <${message.messageId}>`,
    ...(message.inReplyTo ? [`In-Reply-To: <${message.inReplyTo}>`] : []),
    ...(message.references?.length ? [`References: ${message.references.map(id => `<${id}>`).join('\r\n ')}`] : []),
    ...message.extra,
    'MIME-Version: 1.0',
  ]
  return Buffer.from(`${headers.join('\r\n')}\r\n${bodies[message.build](message)}`, 'latin1')
}

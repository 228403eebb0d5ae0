import { mailDate, spokenDay } from '../calendar.ts'
import type { Truth } from '../event.ts'
import { truthOf } from '../matters/contact.ts'
import type { Matter } from '../matters/matter.ts'
import { fullName } from '../people/person.ts'
import { phraseBook } from '../texts/phrase-book.ts'
import { fill } from '../texts/template.ts'
import type { Draft } from './draft.ts'
import { writeMessage } from './message.ts'

const deliver = (at: number, from: string, to: string, bytes: Buffer, truth: Truth): Draft => ({
  at: at + 2000,
  door: 'smtp',
  format: 'mail',
  contentType: 'message/rfc822',
  bytes,
  envelope: { from, to: [to] },
  truth,
})

/** An out-of-office answer to a mail of the company (RFC 3834), or nothing when there was no mail. */
export function awayMail(matter: Matter, at: number): Draft | undefined {
  const { mail, person, brand, random } = matter
  const { away } = phraseBook[person.language].mail
  if (!mail) return undefined
  const due = spokenDay(at + random.between(2, 14) * 86_400_000, person.language, person.country)
  const words = fill(random.pick(away.text), { due }, random)
  const subject = `${away.subject}: ${mail.subject}`
  const truth = truthOf(matter, { by: 'customer', via: 'mail', at })
  const last = mail.references.at(-1)
  const bytes = writeMessage({
    from: { name: fullName(person), address: mail.address },
    to: [{ address: brand.mailbox }],
    subject,
    date: mailDate(at, person.country),
    messageId: `${random.hex(20)}@${mail.address.split('@')[1]}`,
    ...(last !== undefined && { inReplyTo: last, references: [last] }),
    received: [],
    extra: ['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All', 'Precedence: bulk'],
    build: 'plain',
    charset: 'utf-8',
    transfer: 'quoted-printable',
    text: words,
    html: '',
    boundary: '',
  })
  const sender = { type: 'email', value: mail.address.toLowerCase(), where: 'sender', owner: person.id } as const
  return deliver(at, '', brand.mailbox, bytes, {
    ...truth,
    words,
    subject,
    automatic: 'auto-reply',
    identifiersShown: [sender],
  })
}

const reportText = (address: string): string =>
  `This is the mail system at host mx.mail.example.\r\n\r\nYour message could not be delivered to one recipient.\r\n\r\n<${address}>: 452 4.2.2 mailbox over quota\r\n`

/** A delivery status notification (RFC 3464) for a mail of the company, with the null sender of RFC 5321. */
export function bounceMail(matter: Matter, at: number): Draft | undefined {
  const { mail, person, brand, random } = matter
  if (!mail) return undefined
  const boundary = `${random.hex(12)}/mx.mail.example`
  const date = mailDate(at, 'GB')
  const subject = 'Undelivered Mail Returned to Sender'
  const parts = [
    `Content-Type: text/plain; charset=us-ascii\r\n\r\n${reportText(mail.address)}`,
    `Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.mail.example\r\nArrival-Date: ${date}\r\n\r\nFinal-Recipient: rfc822; ${mail.address}\r\nAction: failed\r\nStatus: 4.2.2\r\nDiagnostic-Code: smtp; 452 4.2.2 mailbox over quota\r\n`,
    `Content-Type: text/rfc822-headers\r\n\r\nFrom: <${brand.mailbox}>\r\nTo: <${mail.address}>\r\nMessage-ID: <${mail.references.at(-1)}>\r\n`,
  ]
  const lines = [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.mail.example (Mail Delivery System)',
    `To: ${brand.mailbox}`,
    `Subject: ${subject}`,
    `Date: ${date}`,
    `Message-ID: <${random.hex(16)}@mx.mail.example>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    ...parts.map(part => `--${boundary}\r\n${part}`),
    `--${boundary}--\r\n`,
  ]
  const truth = truthOf(matter, { by: 'customer', via: 'mail', at })
  const words = reportText(mail.address).replaceAll('\r\n', '\n').trim()
  const shown = { type: 'email', value: mail.address.toLowerCase(), where: 'quoted', owner: person.id } as const
  return deliver(at, '', brand.mailbox, Buffer.from(lines.join('\r\n'), 'latin1'), {
    ...truth,
    words,
    subject,
    automatic: 'bounce',
    identifiersShown: [shown],
  })
}

import type { Letter } from '../reply/mail/letter.ts'
import { oneLine } from '../reply/mail/one-line.ts'
import { type Mailbox, mailboxOf } from '../reply/mail/recipients.ts'
import { mailDate } from '../reply/mail-date.ts'
import type { DigestMail } from './send-due.ts'

const longestSubject = 200

/**
 * The mail that brings a digest. Its id is that of what is mailed and when it was due, so that a second one of the same
 * would be seen as the same by mail programs.
 */
export function letterOfDigest(
  { id, due, to, subject, text, html, unsubscribe }: DigestMail,
  from: Mailbox,
  now: string,
): Letter {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1)
  return {
    from,
    to: [mailboxOf(to.address, to.name)],
    cc: [],
    subject: oneLine(subject, longestSubject),
    date: mailDate(now),
    messageId: `${id}.${due.replace(/\D/g, '')}@${domain}`,
    references: [],
    autoSubmitted: 'auto-generated',
    unsubscribe,
    attachments: [],
    text,
    html,
  }
}

import { compose, type File } from '../../adapters/providers/mail/compose.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { type Letter, letterOf } from '../../core/reply/mail/letter.ts'
import type { Reply, ReplyRoute } from '../../core/reply/reply.ts'
import { replyTokenKey } from '../../core/reply/reply-token.ts'
import { defaultSource, type Source } from '../../core/source/source.ts'

export const tokenKey = replyTokenKey('7'.repeat(64))
export const sendAt = '2026-05-08T13:00:00.000Z'

export const shop: Source = {
  ...defaultSource('support', 'mail'),
  brand: 'Larkfield',
  timeZone: 'Europe/London',
  ownIdentifiers: [
    { type: 'email', value: 'support@example.com' },
    { type: 'email', value: 'help@example.com' },
  ],
}

export const party = (value: string, name?: string) => ({
  identifier: { type: 'email' as const, value },
  ...(name !== undefined && { name }),
})

/** Alice's question, as the mail parser gives it. */
export const question: Contact = {
  ...{ v: 1, id: 'question', source: 'support', channel: 'email', kind: 'mail', brand: 'Larkfield' },
  ...{ department: 'service', direction: 'inbound', revision: 0 },
  ...{ occurredAt: '2026-05-08T09:12:00.000Z', receivedAt: '2026-05-08T09:12:05.000Z' },
  ...{ from: party('alice@example.net', 'Alice Example'), to: [], subject: 'Where is my order?' },
  ...{ text: 'It has not arrived.\n\nCan you look?', attachments: [], evidence: [] },
  thread: { id: 'question@example.net', references: ['start@example.net'] },
  provider: { account: 'help@example.com', id: 'question@example.net' },
  rawRef: { object: 'payloads/mail/support/one', offset: 0, length: 1 },
}

export const route: ReplyRoute = {
  ...{ source: 'support', network: 'mail', form: 'mail', account: 'help@example.com' },
  ...{ to: [question.from], cc: [], inReplyTo: 'question@example.net', references: ['start@example.net'] },
}

/** Bob's answer to it. */
export const answer: Reply = {
  ...{
    v: 1,
    id: 'e1'.repeat(16),
    version: 2,
    purpose: 'reply',
    conversation: 'con',
    anchor: 'email:alice@example.net',
  },
  ...{ brand: 'Larkfield', department: 'service', by: 'bob', actor: 'Bob', answers: 'question', language: 'en', route },
  content: { text: 'It leaves today.\n\nSorry for the wait.', attachments: [] },
  ...{ createdAt: sendAt, sendAt, status: 'sending', tries: 1, nextAt: sendAt },
}

type Parts = { reply?: Partial<Reply>; source?: Partial<Source>; answered?: Contact | undefined }

export const written = ({ reply, source, answered = question }: Parts = {}) =>
  letterOf({ reply: { ...answer, ...reply }, source: { ...shop, ...source }, answered, tokenKey })

/** The letter that it must be. */
export function letter(parts: Parts = {}): Letter {
  const made = written(parts)
  if ('notAMail' in made) throw new Error(made.notAMail.code)
  return made.letter
}

/** The mail as bytes, and as text for looking at its fields. */
export async function mail(parts: Parts = {}, files: File[] = []) {
  const bytes = await compose(letter(parts), files)
  const text = new TextDecoder('latin1').decode(bytes)
  const head = text.slice(0, text.indexOf('\r\n\r\n')).replace(/\r\n[ \t]/g, ' ')
  return { bytes, text, fields: head.split('\r\n') }
}

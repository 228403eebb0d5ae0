import { emailAddress } from '../../channels/email/addresses.ts'
import { isOwn, type Source } from '../../source/source.ts'
import type { ReplyAttachment } from '../content.ts'
import { mailDate } from '../mail-date.ts'
import type { Reply } from '../reply.ts'
import { replyAddress, replyMessageId, signReply } from '../reply-token.ts'
import { type Body, bodyOfReply } from './body.ts'
import { encodedBytes, longestMail, megabytes, mostRecipients, refusedEnding } from './limits.ts'
import { mayQuote } from './quotation.ts'
import { type Mailbox, mailboxOf, type Recipients, recipientsOf } from './recipients.ts'
import { answeringSubject, plainSubject } from './subject.ts'
import type { Written } from './written.ts'

/**
 * Everything that a mail is made of, ready to be written down: no text in it can leave its field. Message ids are
 * without angle brackets.
 */
export type Letter = Body & {
  from: Mailbox
  to: Mailbox[]
  cc: Mailbox[]
  replyTo?: Mailbox
  subject: string
  /** As RFC 5322 section 3.3 writes it. */
  date: string
  messageId: string
  inReplyTo?: string
  references: string[]
  /** RFC 3834 section 5; absent where a person answers. */
  autoSubmitted?: 'auto-replied' | 'auto-generated'
  /** An https address to which one POST ends mails of this kind (RFC 8058); of those that nobody asked for one by one. */
  unsubscribe?: string
  attachments: ReplyAttachment[]
}

export type NotAMail = { code: string; advice: string }

/** The mail that brings a reply, and whom it cannot go to; or why there is none. */
export function letterOf(
  written: Written,
): { letter: Letter; refused: Recipients['refused'] } | { notAMail: NotAMail } {
  const { reply, source } = written
  const mailbox = emailAddress(reply.route.account)
  if (mailbox === undefined || !isOwn(source, { type: 'email', value: mailbox })) return { notAMail: noMailbox(source) }
  const { refused, ...recipients } = recipientsOf(reply.route, source)
  const notAMail = loop(written) ?? recipientsRefused(recipients) ?? filesRefused(reply.content.attachments)
  if (notAMail) return { notAMail }
  return { letter: { ...recipients, ...headOf(written, mailbox), ...bodyOfReply(written, recipients) }, refused }
}

const noMailbox = ({ ownIdentifiers }: Source): NotAMail =>
  ownIdentifiers.some(({ type }) => type === 'email') ? notOurs : notConnected

const notConnected: NotAMail = {
  code: 'not-connected',
  advice: 'Nobody can answer by mail yet: the source has no mailbox of ours. An operator adds one to it.',
}
const notOurs: NotAMail = {
  code: 'not-our-mailbox',
  advice: 'The mailbox that it would be sent from is none of its source any more. An operator adds it to the source.',
}

/** RFC 3834 section 2: a machine never answers a machine, or both would for ever. */
function loop({ reply, answered }: Written): NotAMail | undefined {
  if (answered?.automatic === undefined || !isAutomatic(reply)) return undefined
  return { code: 'automatic-to-automatic', advice: 'A machine wrote what it answers, so nothing answers it by itself.' }
}

function recipientsRefused({ to, cc }: Pick<Recipients, 'to' | 'cc'>): NotAMail | undefined {
  if (to.length === 0)
    return { code: 'no-recipient', advice: 'Nobody whom it is addressed to can be written to by mail. Choose another.' }
  const count = to.length + cc.length
  if (count <= mostRecipients) return undefined
  return {
    code: 'too-many-recipients',
    advice: `A mail goes to ${mostRecipients} addresses at most; these are ${count}. Remove some.`,
  }
}

function filesRefused(files: ReplyAttachment[]): NotAMail | undefined {
  const [ending] = files.flatMap(file => refusedEnding(file) ?? [])
  if (ending !== undefined)
    return {
      code: 'attachment-type',
      advice: `Amazon SES carries no .${ending} files. Put it into an archive, or link it.`,
    }
  return sizeRefused(encodedBytes(files))
}

/** Whether a mail of so many bytes is too large. */
export function sizeRefused(bytes: number): NotAMail | undefined {
  if (bytes <= longestMail) return undefined
  const advice = `The mail would have ${megabytes(bytes)} MB, its files encoded; ${megabytes(longestMail)} MB go through. Send fewer or smaller files, or a link.`
  return { code: 'mail-too-large', advice }
}

type Head = Omit<Letter, keyof Body | 'to' | 'cc'>

function headOf(written: Written, mailbox: string): Head {
  const { reply, source, answered, tokenKey } = written
  const { route, content, id, sendAt } = reply
  const signed = signReply(tokenKey, id)
  const name = source.displayName ?? (source.brand === 'default' ? undefined : source.brand)
  const answerTo = replyAddress(mailbox, signed)
  const messageId = replyMessageId(signed, mailbox.slice(mailbox.lastIndexOf('@') + 1))
  const inReplyTo = [route.inReplyTo ?? ''].find(isMessageId)
  const subject = content.subject ?? answered?.subject ?? name ?? ''
  return {
    from: mailboxOf(mailbox, name),
    ...(answerTo !== undefined && { replyTo: mailboxOf(answerTo, name) }),
    subject: answersMail(written) ? answeringSubject(subject) : plainSubject(subject),
    ...{ date: mailDate(sendAt), messageId, attachments: content.attachments },
    ...(inReplyTo !== undefined && { inReplyTo }),
    references: referencesOf([...route.references, ...(inReplyTo === undefined ? [] : [inReplyTo]), messageId]),
    ...(isAutomatic(reply) && { autoSubmitted: inReplyTo === undefined ? 'auto-generated' : 'auto-replied' }),
  }
}

/** Some mails have no Message-ID, and are answered all the same. */
const answersMail = ({ reply: { route }, answered }: Written): boolean =>
  route.inReplyTo !== undefined ||
  (answered !== undefined &&
    mayQuote(
      answered,
      [...route.to, ...route.cc].map(({ identifier }) => identifier.value),
    ))

/** Nobody pressed a button for it. */
const isAutomatic = ({ by, purpose }: Reply): boolean => purpose === 'automatic' || by === 'throughline'

/** RFC 5322 section 3.6.4, in ASCII; what is none, or stands in for one, would break the field it stands in. */
const isMessageId = (text: string): boolean => /^[\x21-\x3b\x3d\x3f-\x7e]{1,250}$/.test(text) && text.includes('@')

const mostReferences = 30

/**
 * What the mail follows, as RFC 5322 section 3.6.4 has it, and the mail's own Message-ID behind it: SES puts another in
 * its place, and programs keep the references of what they answer. Of many the first and the last are kept.
 */
function referencesOf(ids: string[]): string[] {
  const [first, ...later] = new Set(ids.filter(isMessageId))
  return first === undefined ? [] : [first, ...later.slice(1 - mostReferences)]
}

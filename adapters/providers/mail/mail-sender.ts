import type { SESv2Client } from '@aws-sdk/client-sesv2'
import type { Contact } from '../../../core/contact/contact.ts'
import type { RawStore } from '../../../core/raw/raw-store.ts'
import type { ReplyAttachment } from '../../../core/reply/content.ts'
import { type Letter, letterOf, sizeRefused } from '../../../core/reply/mail/letter.ts'
import type { Reply } from '../../../core/reply/reply.ts'
import type { Sender, Sent } from '../../../core/reply/sender.ts'
import { defaultSource, type Source } from '../../../core/source/source.ts'
import { refused } from '../http/outcome.ts'
import { compose, type File } from './compose.ts'
import { sendLetter } from './send-letter.ts'

/** What sending a mail needs besides the reply. `ses` asks once only: see ses-client.ts. */
export type MailSenderDeps = {
  ses: SESv2Client
  readSource: (sourceId: string) => Promise<Source | undefined>
  /** The contact that a reply answers, as people see it. */
  readAnswered: (contactId: string) => Promise<Contact | undefined>
  raw: Pick<RawStore, 'read'>
  tokenKey: () => Promise<Uint8Array>
}

/**
 * Mail, through Amazon SES. SES knows no idempotency and cannot be asked what it took, so a request that is not answered
 * stays unclear.
 */
export const mailSender = (deps: MailSenderDeps): Sender => ({
  idempotent: false,
  send: async reply => {
    const mail = await prepared(deps, reply)
    return 'outcome' in mail ? mail : sent(deps, mail)
  },
})

type Mail = { letter: Letter; bytes: Uint8Array; refused: { party: string; reason: string }[] }

/** Whatever fails before SES is asked, nothing was sent: it is tried again. */
async function prepared(deps: MailSenderDeps, reply: Reply): Promise<Mail | Sent> {
  try {
    return await write(deps, reply)
  } catch (error) {
    const what = error instanceof Error ? error.name : 'an error'
    const advice = `The mail could not be put together (${what}). It is tried again by itself; if it lasts, tell an operator.`
    return { outcome: 'later', code: 'mail-not-ready', advice: advice.slice(0, 500) }
  }
}

async function write({ readSource, readAnswered, raw, tokenKey }: MailSenderDeps, reply: Reply): Promise<Mail | Sent> {
  const { route, answers } = reply
  const [source = defaultSource(route.source, 'mail'), answered, key] = await Promise.all([
    readSource(route.source),
    answers === undefined ? undefined : readAnswered(answers),
    tokenKey(),
  ])
  const made = letterOf({ reply, source, answered, tokenKey: key })
  if ('notAMail' in made) return refused(made.notAMail.code, made.notAMail.advice)
  const files = await Promise.all(made.letter.attachments.map(attachment => fileOf(raw, attachment)))
  if (!files.every(file => file !== undefined)) return fileGone
  const bytes = await compose(made.letter, files)
  const tooLarge = sizeRefused(bytes.length)
  return tooLarge ? refused(tooLarge.code, tooLarge.advice) : { ...made, bytes }
}

const fileGone = refused('file-gone', 'A file that was to go along is not there any more. Attach it again.')

async function fileOf(
  raw: Pick<RawStore, 'read'>,
  { name, mediaType, object }: ReplyAttachment,
): Promise<File | undefined> {
  const stored = await raw.read(object)
  return stored && { name, mediaType, bytes: stored.bytes }
}

async function sent({ ses }: MailSenderDeps, { letter, bytes, refused }: Mail): Promise<Sent> {
  const taken = await sendLetter(ses, letter, bytes)
  return taken.outcome === 'sent' && refused.length > 0 ? { ...taken, refused } : taken
}

import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { hostname } from 'node:os'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { payloadName } from '../../core/raw/object-name.ts'
import { StartError } from '../start-error.ts'

/** As much as SES receives: https://docs.aws.amazon.com/ses/latest/dg/quotas.html */
const maxBytes = 40 * 1024 * 1024
const maxRecipients = 100

/** How long senders may go on when the door closes; a mail that is not acknowledged by then is sent again. */
const closingMs = 3000

export type SmtpDoorSettings = {
  port: number
  /** The source of a configured mailbox; undefined for an address that is none. */
  mailboxOf: (address: string) => Promise<string | undefined>
  /** Durable when it resolves. */
  store: (object: string, bytes: Uint8Array) => Promise<void>
}

export type SmtpDoor = { port: number; stop: () => Promise<void> }

/**
 * Takes in mail on this machine as SES does in the cloud: raw, into the intake bucket, one object for each mailbox it
 * was sent to. The sender gets its 250 once the mail is durable; trouble in between is a 451, and the sender tries again.
 */
export async function startSmtpDoor({ port, mailboxOf, store }: SmtpDoorSettings): Promise<SmtpDoor> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: maxBytes,
    logger: false,
    banner: 'Throughline',
    disableReverseLookup: true,
    closeTimeout: closingMs,
    onRcptTo: (address, session, callback) => {
      if (session.envelope.rcptTo.length >= maxRecipients)
        return callback(refusal(452, 'too many recipients, send the mail in parts'))
      mailboxOf(address.address.toLowerCase()).then(
        source => callback(source === undefined ? refusal(550, 'no such mailbox here') : null),
        () => callback(refusal(451, 'cannot look the mailbox up, try again later')),
      )
    },
    onData: (stream, session, callback) => {
      receive(stream, session, { mailboxOf, store }).then(
        () => callback(null, 'stored'),
        error =>
          callback(
            error instanceof TooLarge
              ? refusal(552, 'the mail is larger than 40 MB')
              : refusal(451, 'could not store the mail, try again later'),
          ),
      )
    },
  })
  server.on('error', () => undefined)
  const listener = server.listen(port, '127.0.0.1')
  try {
    await once(listener, 'listening')
  } catch (error) {
    throw new StartError(
      `Port ${port} cannot be used (${error instanceof Error ? error.message : error}). Set SMTP_PORT to another one.`,
    )
  }
  const address = listener.address()
  const stop = () => new Promise<void>(resolve => server.close(() => resolve()))
  return { port: typeof address === 'object' && address !== null ? address.port : port, stop }
}

class TooLarge extends Error {}

/** Reads to the end, as SMTP demands before an answer, but keeps nothing of a mail that is too large. */
async function wholeMail(stream: SMTPServerDataStream): Promise<Buffer[]> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) {
    if (stream.sizeExceeded) chunks.length = 0
    else chunks.push(chunk)
  }
  if (stream.sizeExceeded) throw new TooLarge()
  return chunks
}

async function receive(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  { mailboxOf, store }: Pick<SmtpDoorSettings, 'mailboxOf' | 'store'>,
): Promise<void> {
  const chunks = await wholeMail(stream)
  const sources = new Map<string, string>()
  for (const { address } of session.envelope.rcptTo) {
    const source = await mailboxOf(address.toLowerCase())
    if (source !== undefined) sources.set(source, address)
  }
  for (const [source, address] of sources) {
    const now = new Date()
    const object = payloadName('mail', source, now.getTime(), randomBytes(16).toString('hex'))
    await store(object, Buffer.concat([trace(session, address, now), ...chunks]))
  }
}

/** RFC 5321 section 4.4: which server took the mail, when, and for whom, which the mail itself need not say. */
function trace({ clientHostname, remoteAddress }: SMTPServerSession, recipient: string, now: Date): Buffer {
  const time = now.toUTCString().replace('GMT', '+0000')
  const from = `${clientHostname || 'unknown'} (${remoteAddress})`
  return Buffer.from(`Received: from ${from}\r\n by ${hostname()} with ESMTP\r\n for <${recipient}>; ${time}\r\n`)
}

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode })

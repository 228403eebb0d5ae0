import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { sesMessageId } from '../../adapters/providers/mail/ses-message-id.ts'
import { mailDate } from '../../core/reply/mail-date.ts'
import { account } from '../engines/account.ts'

/** A mail that SES took under an id, as it goes out. */
export type OutgoingMail = { id: string; from: string; to: string[]; bytes: Buffer }

/** `rejected`: for good, and why. `unreached`: certainly not taken. */
export type Delivered = { outcome: 'taken' } | { outcome: 'rejected'; reason: string } | { outcome: 'unreached' }

/** Where mail goes. Durable, or with another server, when it resolves; it throws where nobody knows. */
export type Outbox = { deliver: (mail: OutgoingMail) => Promise<Delivered> }

/** Ids of SES begin with the time: 16 digits, a UUID and six more. */
export const newSesId = (now: number): string => `0100${now.toString(16).padStart(12, '0')}-${randomUUID()}-000000`

const replaced = /^(?:message-id|date|return-path|bcc):/i

/** SES writes its own Message-ID and Date (https://docs.aws.amazon.com/ses/latest/dg/header-fields.html); nobody sees Bcc. */
export function asSesSends(bytes: Buffer, id: string, now: number): Buffer {
  const text = bytes.toString('latin1')
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length
  const fields = text.slice(0, end).split(/\r?\n(?![ \t])/)
  const own = [`Date: ${mailDate(new Date(now).toISOString())}`, `Message-ID: <${sesMessageId(id, account.region)}>`]
  return Buffer.from(
    [...own, ...fields.filter(field => !replaced.test(field))].join('\r\n') + text.slice(end),
    'latin1',
  )
}

/** Puts each mail into a folder as a file that mail programs open. A file with its whole name is a whole mail. */
export function folderOutbox(folder: string, now: () => number): Outbox {
  mkdirSync(folder, { recursive: true })
  return {
    deliver: async ({ id, bytes }) => {
      const name = `${new Date(now()).toISOString().replaceAll(':', '-')}-${id}.eml`
      const file = openSync(join(folder, `${name}.part`), 'w', 0o600)
      try {
        writeSync(file, bytes)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      renameSync(join(folder, `${name}.part`), join(folder, name))
      syncFolder(folder)
      return { outcome: 'taken' }
    },
  }
}

/** The new name of a file is durable once its folder is. */
function syncFolder(folder: string): void {
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/** Hands each mail to an SMTP server, `smtp://host:port`. */
export function relayOutbox(address: string): Outbox {
  const transport = createTransport(address)
  return {
    deliver: async ({ from, to, bytes }) => {
      try {
        await transport.sendMail({ envelope: { from, to }, raw: bytes })
        return { outcome: 'taken' }
      } catch (error) {
        return refusedBy(error)
      }
    },
  }
}

/** nodemailer's codes: https://nodemailer.com/smtp/#error-codes */
const unreached = new Set(['ECONNECTION', 'EDNS', 'ETLS', 'EAUTH'])

function refusedBy(error: unknown): Delivered {
  if (!(error instanceof Error)) throw error
  const status = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0
  if (status >= 500) return { outcome: 'rejected', reason: `the mail server says ${status}` }
  if (status >= 400) return { outcome: 'unreached' }
  if ('syscall' in error && error.syscall === 'connect') return { outcome: 'unreached' }
  if ('code' in error && typeof error.code === 'string' && unreached.has(error.code)) return { outcome: 'unreached' }
  throw error
}

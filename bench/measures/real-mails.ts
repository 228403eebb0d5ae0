import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prose } from './mails.ts'

/** A mail that lands on a timeline of its own making: its author and id are ours, all else is as it was written. */
export type BenchMail = { author: string; raw: Buffer }

export const authors = 100

const corpus = process.env.THROUGHLINE_CORPUS ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))

/** Real mails up to 20 KB where a corpus of them lies, else generated ones of the same mean size; `count` of them. */
export function benchMails(count: number): { kind: string; mails: BenchMail[] } {
  const real = readRealMails(join(corpus, 'email', 'spamassassin-ham-threads'))
  const kind = real.length > 0 ? 'real' : 'generated'
  const mails = Array.from({ length: count }, (_, n) => {
    const written = real[n % Math.max(1, real.length)] ?? generated(n)
    const author = `bench${authorNumber(written)}@example.com`
    return { author, raw: signed(written, author, n) }
  })
  return { kind, mails }
}

const generated = (n: number): Buffer =>
  Buffer.from(`From: writer${n % authors}\r\nSubject: bench\r\n\r\n${prose(n, 3800)}\r\n`)

/** The same for all mails of one writer, so that a number in a signature belongs to one author. */
function authorNumber(written: Buffer): number {
  const from = /^From:(.*)$/im.exec(written.toString('latin1'))?.[1] ?? ''
  return createHash('sha256').update(from).digest().readUInt32BE() % authors
}

function readRealMails(folder: string): Buffer[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
  const mails = files.filter(file => file.isFile() && !file.name.startsWith('_'))
  return mails.map(file => readFileSync(join(file.parentPath, file.name))).filter(({ length }) => length < 20_000)
}

/** Bytes outside ASCII stay as they are: latin1 maps each to one character and back. */
function signed(written: Buffer, author: string, n: number): Buffer {
  const text = written.toString('latin1').replace(/\r?\n/g, '\r\n')
  const end = text.indexOf('\r\n\r\n')
  const header = text
    .slice(0, end)
    .replace(/^(From|Sender|To|Cc|Message-ID|Reply-To|List-[\w-]+|Precedence):.*(\r\n[ \t].*)*\r\n/gim, '')
    .replace(/^From .*\r\n/, '')
  const ours = `From: ${author}\r\nTo: support@localhost\r\nMessage-ID: <bench-${n}@example.com>\r\n`
  return Buffer.from(ours + header + text.slice(end), 'latin1')
}

import type { Finding, Format, Payload, Row } from '../../../core/channels/channel.ts'
import { email } from '../../../core/channels/email/channel.ts'
import type { Contact } from '../../../core/contact/contact.ts'
import { defaultSource, type Source } from '../../../core/source/source.ts'

/** A mailbox whose company also has a telephone. */
export const support: Source = {
  ...defaultSource('support', 'mail'),
  ownIdentifiers: [
    { type: 'email', value: 'support@localhost' },
    { type: 'phone', value: '+442079460000' },
  ],
}

export const receivedAt = '2026-05-08T12:00:00.000Z'

export function formatNamed(name: string): Format {
  const format = email.formats.find(known => known.name === name)
  if (format === undefined) throw new Error(`no format ${name}`)
  return format
}

const bytesOf = (text: string | Uint8Array): Uint8Array =>
  typeof text === 'string' ? new TextEncoder().encode(text) : text

export const payloadOf = (text: string | Uint8Array): Payload => {
  const bytes = bytesOf(text)
  return { bytes, receivedAt, rawRef: { object: 'payloads/mail/support/one', offset: 0, length: bytes.length } }
}

/** What one payload is, by its format's own parse. */
export async function read(text: string | Uint8Array, format = 'mail', source = support): Promise<Finding> {
  const [finding, ...more] = await formatNamed(format).parse(payloadOf(text), source)
  if (finding === undefined || more.length > 0) throw new Error('a mail is one finding')
  return finding
}

/** The contact that a mail must be. */
export async function contact(text: string | Uint8Array, format = 'mail', source = support): Promise<Contact> {
  const finding = await read(text, format, source)
  if (finding.type !== 'contact') throw new Error(`not a contact: ${JSON.stringify(finding)}`)
  return finding.contact
}

/** A mail of Alice, with whatever further fields and body. */
export const fromAlice = (body: string, ...fields: string[]): string =>
  ['From: Alice <alice@example.com>', 'To: support@localhost', ...fields, '', body].join('\n')

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
}

/** The rows that a format cuts a file into, read in chunks of `size` bytes. */
export async function rowsOf(format: string, file: string | Uint8Array, size = 1000) {
  const { split } = formatNamed(format)
  if (split === undefined) throw new Error(`${format} has no split`)
  const rows: (Row & { bytes: Uint8Array })[] = []
  for await (const row of split(inChunks(bytesOf(file), size))) rows.push(row)
  return rows
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Finding, Format, Payload } from '../../core/channels/channel.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { contactSchema } from '../../core/contact/contact.ts'
import { defaultSource, type Source } from '../../core/source/source.ts'

export const receivedAt = '2026-03-02T12:00:00.000Z'

export const payloadOf = (body: string | Uint8Array, more: Partial<Payload> = {}): Payload => {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return { bytes, receivedAt, rawRef: { object: 'payloads/test', offset: 0, length: bytes.length }, ...more }
}

export const phoneSource: Source = {
  ...defaultSource('line-1', 'phone'),
  timeZone: 'Europe/London',
  ownIdentifiers: [{ type: 'phone', value: '+442079460999' }],
}

export const xSource: Source = {
  ...defaultSource('x', 'x'),
  ownIdentifiers: [{ type: 'email', value: 'help@shop.example.com' }],
}
export const metaSource: Source = defaultSource('meta', 'meta')
export const contactsSource: Source = defaultSource('local', 'contacts')

export const jsonPayload = (body: unknown): Payload => payloadOf(JSON.stringify(body))

/** The contacts among findings, each checked against the normal form. */
export const contactsIn = (findings: Finding[]): Contact[] =>
  findings.flatMap(finding => (finding.type === 'contact' ? [contactSchema.parse(finding.contact)] : []))

export async function onlyContact(findings: Promise<Finding[]>): Promise<Contact> {
  const [contact, ...more] = contactsIn(await findings)
  if (contact === undefined || more.length > 0) throw new Error(`not one contact: ${JSON.stringify(await findings)}`)
  return contact
}

export const reasonsIn = (findings: Finding[]): string[] =>
  findings.flatMap(finding => ('reason' in finding ? [`${finding.type}: ${finding.reason}`] : []))

/** What all rows of a file turn out to be, as split-file and record-contact would see them. */
export async function parseFile(format: Format, body: string | Uint8Array, source: Source): Promise<Finding[]> {
  const bytes = payloadOf(body).bytes
  const findings: Finding[] = []
  for await (const row of format.split?.(inChunks(bytes, 7)) ?? []) {
    const more = { ordinal: 0, ...(row.context !== undefined && { context: row.context }) }
    findings.push(...(await format.parse(payloadOf(row.bytes, more), source)))
  }
  return findings
}

export async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const fixtureRoot = fileURLToPath(new URL('../fixtures', import.meta.url))

/** The payloads of a folder of fixtures, each with the findings that stand beside it in `<name>.expected.json`. */
export function fixtures(folder: string): { name: string; body: Uint8Array; expected: unknown }[] {
  const path = join(fixtureRoot, folder)
  const names = readdirSync(path).filter(name => !name.endsWith('.expected.json'))
  return names.map(name => ({
    name,
    body: readFileSync(join(path, name)),
    expected: JSON.parse(readFileSync(join(path, `${name}.expected.json`), 'utf8')),
  }))
}

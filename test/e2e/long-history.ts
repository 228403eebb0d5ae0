import { join } from 'node:path'
import { contactItem } from '../../adapters/dynamodb/entry-item.ts'
import { bulkItems, tableIn } from '../../bench/measures/bulk-items.ts'
import { prose } from '../../bench/measures/mails.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { contactId } from '../../core/contact/contact-id.ts'
import { stateOf } from '../../core/contact/contact-state.ts'
import { streamName } from '../../core/contact/stream.ts'
import { customerWith } from './customers.ts'
import type { RunningConsole } from './running-console.ts'

/** A customer of ten years. */
export const longHistory = {
  name: 'Carol Carter',
  identifier: { type: 'email', value: 'carol@example.com' },
  entries: 10_000,
  oldest: 'The first of ten thousand',
} as const

/** She writes once through the door, which makes her a customer; what came before is written straight into the table. */
export async function tellLongHistory(running: RunningConsole): Promise<void> {
  const { name, identifier, entries } = longHistory
  const from = { identifier, name }
  const words = { subject: 'It is me again', text: 'Ten years with you now.' }
  const kind = { channel: 'email', kind: 'mail', direction: 'inbound' }
  await running.tell([{ id: 'carol', ...kind, ...words, from, occurredAt: new Date().toISOString() }])
  await customerWith(running, `email:${identifier.value}`, 1)
  const data = join(running.dataDir, 'table')
  const bulk = bulkItems(data, tableIn(data))
  const now = Date.now()
  const stream = streamName(identifier)
  for (let from = 1; from < entries; from += 1000) {
    const numbers = Array.from({ length: Math.min(1000, entries - from) }, (_, at) => from + at)
    bulk.put(
      numbers.map(n => {
        const contact = entryOf(n, now)
        return contactItem(contact.id, { place: { stream, sortAt: contact.occurredAt }, state: stateOf(contact) }, 1)
      }),
    )
  }
  bulk.done()
}

const channels = [
  { channel: 'email', kind: 'mail' },
  { channel: 'phone', kind: 'call' },
  { channel: 'social', kind: 'mention' },
  { channel: 'message', kind: 'direct' },
] as const

const everyMs = 9 * 3_600_000

/** The `n`th before now, on channel after channel. */
export function entryOf(n: number, now: number): Contact {
  const at = new Date(now - n * everyMs).toISOString()
  const { channel, kind } = channels[n % channels.length] ?? channels[0]
  const { name, identifier, entries, oldest } = longHistory
  return {
    ...{ v: 1, id: contactId('long', `${n}`), source: 'local', channel, kind, brand: 'larkfield', revision: 0 },
    ...{ department: 'service', direction: n % 3 === 0 ? 'outbound' : 'inbound', occurredAt: at, receivedAt: at },
    from: { identifier, name },
    ...{ to: [], attachments: [], evidence: [] },
    ...(kind === 'mail' && { subject: `Matter ${n}` }),
    ...(kind === 'call' && { call: { answered: true, durationSeconds: n % 900, queueSeconds: n % 60 } }),
    ...(channel === 'social' && { social: { network: 'x', visibility: 'public' } }),
    ...(channel === 'message' && { social: { network: 'x', visibility: 'private' } }),
    text: n === entries - 1 ? oldest : prose(n, 40 + ((n * 37) % 600)),
    rawRef: { object: `payloads/contacts/local/2026-01-01/1767225600000-${contactId(`${n}`)}`, offset: 0, length: 10 },
  }
}

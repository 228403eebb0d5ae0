import type { Payload } from '../../core/channels/channel.ts'
import { formatNamed } from '../../core/channels/registry.ts'
import { splitNamed } from '../../core/channels/splits.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { defaultSource } from '../../core/source/source.ts'
import type { WorldEvent } from '../world/event.ts'
import { world } from '../world/world.ts'

/** What a company's month comes to: every contact, part and revision that the channels read from a world's payloads. */
export async function* worldContacts(contacts: number, seed = 1): AsyncGenerator<Contact> {
  for (const event of world({ contacts, seed })) {
    const format = formatNamed(event.format)
    if (format === undefined) throw new Error(`no channel reads ${event.format}`)
    const source = defaultSource('support', format.sourceKind)
    for await (const payload of payloadsOf(event)) {
      for (const finding of await format.parse(payload, source)) if (finding.type === 'contact') yield finding.contact
    }
  }
}

async function* payloadsOf({ door, format, bytes, at, id }: WorldEvent): AsyncGenerator<Payload> {
  const payload = (row: Uint8Array, offset: number): Payload => ({
    bytes: row,
    receivedAt: at,
    rawRef: { object: `world/${id}`, offset, length: row.length },
  })
  const split = door === 'file' ? splitNamed(format) : undefined
  if (split === undefined) yield payload(bytes, 0)
  else
    for await (const row of split(whole(bytes)))
      yield { ...payload(row.bytes, row.offset), ...(row.context !== undefined && { context: row.context }) }
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

import type { Payload } from '../../../core/channels/channel.ts'
import { formatNamed } from '../../../core/channels/registry.ts'
import { splitNamed } from '../../../core/channels/splits.ts'
import type { Contact } from '../../../core/contact/contact.ts'
import { defaultSource } from '../../../core/source/source.ts'
import { ownIdentifiers } from '../../world/company.ts'
import type { Truth, WorldEvent } from '../../world/event.ts'
import { settingsOf } from '../../world/options.ts'
import { world } from '../../world/world.ts'

/** A contact as the channels read it, and what is true of it. */
export type KnownContact = { contact: Contact; truth: Truth }

/**
 * The contacts of a generated company's month in order of time, each once, in its first part, as the real parsers read
 * them. Nothing arrives twice, late or broken here: that is tested elsewhere.
 */
export async function worldContacts(seed: number, contacts: number): Promise<KnownContact[]> {
  const options = { seed, contacts, duplicates: 0, late: 0, broken: 0 }
  const own = ownIdentifiers(settingsOf(options))
  const known = new Map<string, KnownContact>()
  for (const event of world(options)) {
    const findings = await findingsOf(event, own)
    for (const [at, truth] of event.truth.entries()) {
      const finding = findings[at]
      if (finding?.type !== 'contact' || truth.change !== undefined || known.has(truth.contact)) continue
      known.set(truth.contact, { contact: finding.contact, truth })
    }
  }
  return [...known.values()].sort((a, b) => (a.contact.occurredAt < b.contact.occurredAt ? -1 : 1))
}

async function findingsOf(event: WorldEvent, own: ReturnType<typeof ownIdentifiers>) {
  const format = formatNamed(event.format)
  if (format === undefined) throw new Error(`no channel reads ${event.format}`)
  const source = { ...defaultSource('main', format.sourceKind), ownIdentifiers: own }
  const split = event.door === 'file' ? splitNamed(event.format) : undefined
  const payloads = split === undefined ? [payloadOf(event, event.bytes)] : []
  if (split !== undefined)
    for await (const { bytes } of split(whole(event.bytes))) payloads.push(payloadOf(event, bytes))
  return (await Promise.all(payloads.map(payload => format.parse(payload, source)))).flat()
}

const payloadOf = ({ at, id }: WorldEvent, bytes: Uint8Array): Payload => ({
  bytes,
  receivedAt: at,
  rawRef: { object: `world/${id}`, offset: 0, length: bytes.length },
})

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

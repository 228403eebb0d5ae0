import type { Finding, Payload } from '../../core/channels/channel.ts'
import { formatNamed } from '../../core/channels/registry.ts'
import { splitNamed } from '../../core/channels/splits.ts'
import { defaultSource, type Source } from '../../core/source/source.ts'
import type { WorldEvent } from './event.ts'

/** What the real channels find in an event of a world, in its order: `configured` is what an operator set of its source. */
export async function readEvent(event: WorldEvent, configured: Partial<Source> = {}): Promise<Finding[]> {
  const format = formatNamed(event.format)
  if (format === undefined) throw new Error(`no channel reads ${event.format}`)
  const source = { ...defaultSource('main', format.sourceKind), ...configured }
  const found: Finding[] = []
  for await (const payload of payloadsOf(event)) found.push(...(await format.parse(payload, source)))
  return found
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

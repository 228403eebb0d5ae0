import { type Identifier, identifierName } from '../contact/identifier.ts'
import type { Pointer } from './customer-record.ts'
import { parseStream } from './member.ts'

/**
 * The customer of each stream, as its identifier's pointer says; one read. Absent: a stream that nobody decided about
 * yet, and one of an earlier epoch, whose identifier now points at somebody else.
 */
export async function customersOfStreams(
  readPointers: (identifiers: Identifier[]) => Promise<Pointer[]>,
  streams: readonly string[],
): Promise<Map<string, string>> {
  const parsed = streams.map(stream => ({ stream, ...parseStream(stream) }))
  const identifiers = new Map(parsed.map(({ identifier }) => [identifierName(identifier), identifier]))
  const pointers = identifiers.size === 0 ? [] : await readPointers([...identifiers.values()])
  const byName = new Map(pointers.map(pointer => [identifierName(pointer.identifier), pointer]))
  const found = new Map<string, string>()
  for (const { stream, identifier, epoch } of parsed) {
    const pointer = byName.get(identifierName(identifier))
    if (pointer && pointer.epochs.at(-1)?.epoch === epoch) found.set(stream, pointer.customer)
  }
  return found
}

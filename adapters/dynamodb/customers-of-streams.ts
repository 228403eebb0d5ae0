import { identifierName } from '../../core/contact/identifier.ts'
import { parseStream } from '../../core/identity/member.ts'
import { readPointer } from './identity-items.ts'
import { identityKeys } from './keys.ts'
import type { Table } from './table.ts'

/**
 * The customer of each stream, as its identifier's pointer says; one round trip, eventually consistent. Absent: a
 * stream without a pointer, and one of an earlier epoch, whose identifier now points at somebody else.
 */
export async function customersOf(table: Table, streams: string[]): Promise<Map<string, string>> {
  const parsed = streams.map(stream => ({ stream, ...parseStream(stream) }))
  const keys = new Map(parsed.map(({ identifier }) => [identifierName(identifier), identityKeys.pointer(identifier)]))
  const items = keys.size === 0 ? [] : await table.batchGet([...keys.values()])
  const pointers = items.map(readPointer)
  const byName = new Map(pointers.map(pointer => [identifierName(pointer.identifier), pointer]))
  const found = new Map<string, string>()
  for (const { stream, identifier, epoch } of parsed) {
    const pointer = byName.get(identifierName(identifier))
    if (pointer && pointer.epochs.at(-1)?.epoch === epoch) found.set(stream, pointer.customer)
  }
  return found
}

import type { Dump } from '../../core/identity/invariants.ts'
import { readEdges, readLogEntry, readPointer, readRecord } from './identity-items.ts'
import { identityKeys } from './keys.ts'
import type { Item } from './table.ts'

/** Everything of identity among the items of a table, for the invariants to be checked over. */
export function identityDump(items: Iterable<Item>): Dump {
  const dump: Dump = { pointers: [], records: [], copies: [], log: [] }
  for (const item of items) {
    if (item.sk === pointerSort) dump.pointers.push(readPointer(item))
    else if (item.pk.startsWith(edgePrefix)) dump.copies.push(...copiesOf(item))
    else if (item.pk.startsWith(customerPrefix)) readCustomerItem(item, dump)
  }
  return dump
}

const pointerSort = identityKeys.pointer({ type: '', value: '' }).sk
const edgePrefix = identityKeys.edges('')
const { pk: customerPrefix, sk: recordSort } = identityKeys.customer('')

function readCustomerItem(item: Item, dump: Dump): void {
  if (item.sk === recordSort) dump.records.push(readRecord(item))
  else if (item.sk.startsWith(identityKeys.logStart)) dump.log.push(readLogEntry(item))
}

function copiesOf(item: Item): Dump['copies'] {
  const { links, cannotLinks } = readEdges([item])
  return [...links, ...cannotLinks].map(edge => ({ under: item.pk.slice(edgePrefix.length), edge }))
}

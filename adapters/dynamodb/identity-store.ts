import { firstBirth, type IdentityIds } from '../../core/identity/ids.ts'
import type { Edges } from '../../core/identity/link.ts'
import type { IdentityStore, IdentityWrite } from '../../core/identity/store.ts'
import {
  readEdges,
  readLink,
  readLogEntry,
  readMarker,
  readPointer,
  readRecord,
  readReview,
  writeCannotLink,
  writeLink,
  writeLogEntry,
  writeMarker,
  writePointer,
  writeRecord,
  writeReview,
} from './identity-items.ts'
import { identityKeys } from './keys.ts'
import type { Item, Key, Table, Write } from './table.ts'

/** More links than one stream ever has; reaching it is an error, never a silent cut. */
const maxEdges = 10_000

/** Identity in the one table. See core/identity/store.ts for what each call promises. */
export function identityStore(table: Table, ids: IdentityIds): IdentityStore {
  return {
    readKnown: async (identifiers, links) => {
      const pointers = identifiers.map(identityKeys.pointer)
      const copies = links.map(({ id, a }) => identityKeys.link(ids.customer(a), id))
      const items = await table.batchGet([...pointers, ...copies])
      const isPointer = new Set(pointers.map(({ pk }) => pk))
      return {
        pointers: items.filter(({ pk }) => isPointer.has(pk)).map(readPointer),
        links: items.filter(({ pk }) => !isPointer.has(pk)).map(readLink),
      }
    },
    readPointers: async identifiers => (await getAll(table, identifiers.map(identityKeys.pointer))).map(readPointer),
    readRecords: async customers => (await getAll(table, customers.map(identityKeys.customer))).map(readRecord),
    readEdges: streams => Promise.all(streams.map(stream => edgesUnder(table, ids.customer(stream)))),
    readLink: async linkId => {
      const item = await table.get(identityKeys.link(firstBirth(linkId), linkId), true)
      return item && readLink(item)
    },
    commit: async write => (await table.transact(writesOf(write, ids))).committed,
    readMarker: async operationId => {
      const pk = identityKeys.steps(operationId)
      const [item] = await table.query({ pk, limit: 1, newestFirst: true, consistent: true })
      return item && readMarker(item)
    },
    readLog: async (customer, limit, before) =>
      (await table.query(logRange(customer, limit, before))).map(readLogEntry),
    putReview: async review => {
      await table.put(writeReview(review), 'absent')
    },
    listReviews: async (limit, after) => {
      const from = after === undefined ? {} : { from: `${after} ` }
      return (await table.query({ pk: identityKeys.reviews, limit, ...from })).map(readReview)
    },
  }
}

/** BatchGetItem refuses a key named twice, and callers may well ask for two epochs of one identifier. */
const getAll = (table: Table, keys: Key[]): Promise<Item[]> =>
  table.batchGet([...new Map(keys.map(key => [key.pk, key])).values()], true)

async function edgesUnder(table: Table, birth: string): Promise<Edges> {
  const items = await table.query({ pk: identityKeys.edges(birth), limit: maxEdges, consistent: true })
  if (items.length === maxEdges) throw new Error('a stream has more links than can be decided on')
  return readEdges(items)
}

function logRange(customer: string, limit: number, before: number | undefined) {
  const { pk } = identityKeys.customer(customer)
  const to = before === undefined ? identityKeys.logEnd : identityKeys.log(customer, before - 1).sk
  return { pk, from: identityKeys.logStart, to, limit, newestFirst: true }
}

function writesOf(write: IdentityWrite, ids: IdentityIds): Write[] {
  const births = ({ a, b }: { a: string; b: string }) => [ids.customer(a), ids.customer(b)]
  return [
    ...(write.marker ? [{ put: writeMarker(write.marker), when: 'absent' } as const] : []),
    ...write.records.map(({ record, was }) => ({
      put: writeRecord(record),
      when: was === undefined ? ('absent' as const) : { version: was },
    })),
    ...write.unchanged.map(({ customer, version }) => ({
      check: identityKeys.customer(customer),
      when: { version },
    })),
    ...write.pointers.map(({ pointer, isNew }) => ({
      put: writePointer(pointer),
      ...(isNew && { when: 'absent' as const }),
    })),
    ...write.links.flatMap(link => births(link).map(birth => ({ put: writeLink(birth, link) }))),
    ...write.cannotLinks.flatMap(edge => births(edge).map(birth => ({ put: writeCannotLink(birth, edge) }))),
    ...write.log.map(entry => ({ put: writeLogEntry(entry), when: 'absent' as const })),
  ]
}

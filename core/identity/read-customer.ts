import { type Identifier, identifierName } from '../contact/identifier.ts'
import type { CustomerRecord } from './customer-record.ts'
import type { IdentityStore } from './store.ts'

/** The customer that an id leads to, following the one redirect there can be; undefined when there never was one. */
export async function readCustomer(store: IdentityStore, id: string): Promise<CustomerRecord | undefined> {
  const record = await readRecord(store, id)
  if (record?.redirect === undefined) return record
  const target = await readRecord(store, record.redirect)
  return target?.redirect === undefined ? target : readCustomer(store, target.redirect)
}

/** The customer of an identifier, as it is called now. */
export async function findCustomer(store: IdentityStore, identifier: Identifier): Promise<CustomerRecord | undefined> {
  const pointers = await store.readPointers([identifier])
  const pointer = pointers.find(found => identifierName(found.identifier) === identifierName(identifier))
  return pointer && readCustomer(store, pointer.customer)
}

async function readRecord(store: IdentityStore, id: string): Promise<CustomerRecord | undefined> {
  const [record] = await store.readRecords([id])
  return record
}

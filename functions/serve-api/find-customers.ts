import { showCustomer } from '../../core/api/customer.ts'
import { type Actor, seesPersonalData } from '../../core/api/role.ts'
import { noticeOf, showHit } from '../../core/api/search.ts'
import type { CustomerRecord } from '../../core/identity/customer-record.ts'
import { findCustomer, readCustomer } from '../../core/identity/read-customer.ts'
import { perCustomer } from '../../core/search/per-customer.ts'
import type { Query } from '../../core/search/query.ts'
import { type Found, search } from '../../core/search/search.ts'
import type { Position } from '../../core/timeline/entry.ts'
import type { ApiDependencies } from './api-dependencies.ts'
import { auditRead, readFacts } from './customer-access.ts'
import { searchDeps } from './search-access.ts'
import { tryTyped } from './typed-identifiers.ts'

/** Hits from which a page of customers is taken: people write more than once. */
const hitsPerPage = 50

type Asked = { typed: string; query: Query; limit: number; before?: Position }

/**
 * The customers of the contacts that hold what was typed, the last in touch first. Who holds it as an identifier comes
 * first of all, also without a contact there.
 */
export async function findCustomers(deps: ApiDependencies, actor: Actor, asked: Asked) {
  const { query, limit, before } = asked
  const [named, page] = await Promise.all([
    before === undefined ? customerNamed(deps, asked.typed) : undefined,
    search(searchDeps(deps), query, { limit: hitsPerPage, ...(before && { before }) }),
  ])
  const { found, next } = perCustomer(page, limit)
  const customers = await recordsOf(deps, named, found)
  const [items] = await Promise.all([
    Promise.all(customers.map(({ record, hit }) => shown(deps, actor, query, record, hit))),
    auditRead(
      deps,
      actor,
      'customer',
      customers.map(({ record }) => record.id),
      { by: 'search' },
    ),
  ])
  return { items, next, notice: noticeOf(query, page) }
}

async function customerNamed(deps: ApiDependencies, typed: string): Promise<CustomerRecord | undefined> {
  const [identifier, { store }] = await Promise.all([tryTyped(deps, typed), deps.identity()])
  return findCustomer(store, identifier)
}

type Hit = { record: CustomerRecord; hit: Found | undefined }

/** A pointer may have been read before a merge and its record after it: then two hits are of one customer. */
async function recordsOf(
  deps: ApiDependencies,
  named: CustomerRecord | undefined,
  found: (Found & { customer: string })[],
): Promise<Hit[]> {
  const { store } = await deps.identity()
  const hits = await Promise.all(
    found.map(async hit => {
      const record = await readCustomer(store, hit.customer)
      return record ? [{ record, hit }] : []
    }),
  )
  const byId = new Map<string, Hit>(named ? [[named.id, { record: named, hit: undefined }]] : [])
  for (const { record, hit } of hits.flat())
    if (byId.get(record.id)?.hit === undefined) byId.set(record.id, { record, hit })
  return [...byId.values()]
}

async function shown(
  deps: ApiDependencies,
  actor: Actor,
  query: Query,
  record: CustomerRecord,
  hit: Found | undefined,
) {
  const seesAll = seesPersonalData(actor)
  const customer = showCustomer(await readFacts(deps, record), { sees: seesAll })
  return { ...customer, ...(hit && { hit: showHit({ ...hit, customer: record.id }, query, seesAll) }) }
}

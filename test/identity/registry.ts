import { expect } from 'vitest'
import { identityDump } from '../../adapters/dynamodb/identity-dump.ts'
import type { Item, Table } from '../../adapters/dynamodb/table.ts'
import type { Contact } from '../../core/contact/contact.ts'
import type { Identifier } from '../../core/contact/identifier.ts'
import { streamName } from '../../core/contact/stream.ts'
import type { Act } from '../../core/identity/act.ts'
import type { Outcome } from '../../core/identity/carry-out.ts'
import { findViolations } from '../../core/identity/invariants.ts'
import { keepApart, linkIdentifiers } from '../../core/identity/link-identifiers.ts'
import { merge } from '../../core/identity/merge.ts'
import { findCustomer } from '../../core/identity/read-customer.ts'
import { revoke } from '../../core/identity/revoke.ts'
import { unmerge } from '../../core/identity/unmerge.ts'
import { depsOn, receive } from './receive.ts'
import { watchTable } from './watched-table.ts'
import { ids } from './world.ts'

/**
 * Identity on a table, spoken to as its users do, with everything that is stored open to inspection. `reach` may put
 * something between identity and the table.
 */
export function registry(given: Table, reach: (table: Table) => Table = table => table) {
  const { table, writes, items } = watchTable(given)
  const deps = depsOn(reach(table))
  let acts = 0
  const act = (operationId = `op ${++acts}`): Act => ({ operationId, by: 'anna', reason: 'a test' })
  const customerOf = async (identifier: Identifier) => findCustomer(deps.store, identifier)
  const idOf = async (identifier: Identifier): Promise<string> => (await customerOf(identifier))?.id ?? 'nobody'
  const membersOf = async (identifier: Identifier): Promise<string[]> =>
    ((await customerOf(identifier))?.members ?? []).map(({ stream }) => stream).sort()
  return {
    deps,
    act,
    writes,
    customerOf,
    idOf,
    membersOf,
    receive: (contact: Contact) => receive(deps, contact),
    link: (x: Identifier, y: Identifier, by = act()) => linkIdentifiers(deps, x, y, by),
    keepApart: (x: Identifier, y: Identifier, by = act()) => keepApart(deps, x, y, by),
    revoke: (linkId: string, by = act()) => revoke(deps, linkId, by),
    merge: async (x: Identifier, y: Identifier, by = act()) => merge(deps, await idOf(x), await idOf(y), by),
    unmerge: async (of: Identifier, away: Identifier[], by = act()) => unmerge(deps, await idOf(of), away, by),
    dump: async () => identityDump(await items()),
    expectSound: async () => expectSound(await items()),
  }
}
export type Registry = ReturnType<typeof registry>

/** Every invariant of identity holds over everything stored. */
export const expectSound = (items: Item[]): void => expect(findViolations(identityDump(items), ids)).toEqual([])

export const namesOf = (...identifiers: Identifier[]): string[] => identifiers.map(name => streamName(name)).sort()

export const changed = (outcome: Outcome | undefined): boolean | undefined =>
  outcome?.outcome === 'done' ? outcome.changed : undefined

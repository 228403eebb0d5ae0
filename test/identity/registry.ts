import { expect } from 'vitest'
import { identityDump } from '../../adapters/dynamodb/identity-dump.ts'
import { identityStore } from '../../adapters/dynamodb/identity-store.ts'
import type { Item, Table } from '../../adapters/dynamodb/table.ts'
import type { Contact, Evidence } from '../../core/contact/contact.ts'
import type { Identifier } from '../../core/contact/identifier.ts'
import { streamName } from '../../core/contact/stream.ts'
import type { Act } from '../../core/identity/act.ts'
import type { IdentityDeps, Outcome } from '../../core/identity/carry-out.ts'
import { type Identified, identify } from '../../core/identity/identify.ts'
import { findViolations } from '../../core/identity/invariants.ts'
import { readKnown } from '../../core/identity/known.ts'
import { keepApart, linkIdentifiers } from '../../core/identity/link-identifiers.ts'
import { merge } from '../../core/identity/merge.ts'
import { findCustomer } from '../../core/identity/read-customer.ts'
import { revoke } from '../../core/identity/revoke.ts'
import { unmerge } from '../../core/identity/unmerge.ts'
import { mail } from '../timeline/contacts.ts'
import { watchTable } from './watched-table.ts'
import { ids } from './world.ts'

export const now = '2026-03-02T09:00:00.000Z'

/** What a contact claims of its author in the author's own text; `how` is the link's rule. */
export const says = (identifier: Identifier, how = 'signature', tier: Evidence['tier'] = 'T3'): Evidence => ({
  identifier,
  tier,
  how,
})

/** A contact whose author the channel vouches for, showing some evidence. */
export const contactFrom = (author: Identifier, evidence: Evidence[] = [], differing: Partial<Contact> = {}): Contact =>
  mail(`from ${author.type} ${author.value}`, {
    from: { identifier: author },
    evidence: [{ identifier: author, tier: 'T1', how: 'verified' }, ...evidence],
    ...differing,
  })

export const depsOn = (table: Table): IdentityDeps => ({
  store: identityStore(table, ids),
  ids,
  now: () => now,
  pause: async () => undefined,
})

/** As record-contact does it. */
export const receive = async (deps: IdentityDeps, contact: Contact): Promise<Identified> =>
  identify(deps, contact, await readKnown(contact, { ...deps, at: deps.now(), own: [] }))

/** Identity on a table, spoken to as its users do, with everything that is stored open to inspection. */
export function registry(given: Table) {
  const { table, writes, items } = watchTable(given)
  const deps = depsOn(table)
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
    link: (x: Identifier, y: Identifier) => linkIdentifiers(deps, x, y, act()),
    keepApart: (x: Identifier, y: Identifier) => keepApart(deps, x, y, act()),
    revoke: (linkId: string) => revoke(deps, linkId, act()),
    merge: async (x: Identifier, y: Identifier) => merge(deps, await idOf(x), await idOf(y), act()),
    unmerge: async (of: Identifier, ...away: Identifier[]) => unmerge(deps, await idOf(of), away, act()),
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

import { identityStore } from '../../adapters/dynamodb/identity-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import type { Contact, Evidence } from '../../core/contact/contact.ts'
import type { Identifier } from '../../core/contact/identifier.ts'
import type { IdentityDeps } from '../../core/identity/carry-out.ts'
import { type Identified, identify } from '../../core/identity/identify.ts'
import { readKnown } from '../../core/identity/known.ts'
import { mail } from '../timeline/contacts.ts'
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

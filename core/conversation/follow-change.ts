import type { Change } from '../change/change.ts'
import type { Contact } from '../contact/contact.ts'
import { viewContact } from '../contact/view.ts'
import type { IdentityDeps } from '../identity/carry-out.ts'
import { readKnown } from '../identity/known.ts'
import { streamIdentifier } from '../identity/member.ts'
import { findCustomer } from '../identity/read-customer.ts'
import { RetryLater } from '../record/outcome.ts'
import type { Source } from '../source/source.ts'
import { followCall } from './call-back.ts'
import type { ConversationDeps } from './deps.ts'
import { joinContact } from './join-contact.ts'
import { regroup } from './regroup.ts'

export type FollowDeps = ConversationDeps & {
  identity: () => Promise<IdentityDeps>
  readSource: (sourceId: string) => Promise<Source | undefined>
}

/** How often identity is asked again in one go, and how often a message is given back, before it is taken as it is. */
const looks = 6
const patientTries = 3

/** What a change of the table means to conversations. `tries` counts how often the queue has told it, this time included. */
export async function followChange(deps: FollowDeps, change: Change, tries: number): Promise<void> {
  switch (change.type) {
    case 'contact': {
      const { contactId, stream, sortAt } = change
      const place = { stream, sortAt }
      const entry = await deps.timeline.readContact(contactId, place)
      if (entry === undefined) return
      const contact = viewContact(entry.state)
      await joinContact(deps, entry, () => streamsOfCustomer(deps, contact, stream, tries < patientTries))
      await followCall(deps, entry)
      return
    }
    case 'customer':
      return regroup(deps, change.customer)
    case 'conversation':
    case 'staff':
    case 'reply':
    case 'event':
    case 'outcome':
    case 'mentions':
    case 'milestone':
      return
    default:
      return change satisfies never
  }
}

/**
 * The streams of the customer whose contact it is. A contact is stored before it is decided who wrote it: until its
 * evidence is recorded, who it belongs to is asked again, and the message given back when that takes long.
 */
async function streamsOfCustomer(
  deps: FollowDeps,
  contact: Contact,
  stream: string,
  patient: boolean,
): Promise<string[]> {
  const identity = await deps.identity()
  const own = (await deps.readSource(contact.source))?.ownIdentifiers ?? []
  for (let look = 0; look < looks; look++) {
    await deps.pause(look)
    const { store, ids, now } = identity
    const { missingLinks } = await readKnown(contact, { store, ids, at: now(), own })
    const record = missingLinks.length === 0 ? await findCustomer(store, streamIdentifier(stream)) : undefined
    if (record)
      return withOwn(
        record.members.map(member => member.stream),
        stream,
      )
  }
  if (patient) throw new RetryLater('who wrote the contact is not decided yet')
  const record = await findCustomer(identity.store, streamIdentifier(stream))
  return withOwn(record?.members.map(member => member.stream) ?? [], stream)
}

const withOwn = (streams: string[], own: string): string[] => [...new Set([own, ...streams])]

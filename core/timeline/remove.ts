import type { Deletion } from '../channels/channel.ts'
import { deleteState, sameState } from '../contact/contact-state.ts'
import { RetryLater } from '../record/outcome.ts'
import type { ContactEntry } from './entry.ts'
import type { TimelineStore } from './timeline-store.ts'

const maxRaces = 20

/**
 * Takes the words of a deleted contact off the timeline and keeps that it was there. A deletion that arrives before
 * its contact leaves a mark where the contact will be looked up.
 */
export async function remove(store: TimelineStore, { contactId, deletedAt }: Deletion): Promise<void> {
  for (let race = 0; race < maxRaces; race++) {
    const located = await store.locate(contactId)
    const first = located?.deletedAt !== undefined && located.deletedAt < deletedAt ? located.deletedAt : deletedAt
    if (located?.deletedAt !== first) {
      const next = { answers: [], ...located, deletedAt: first }
      if (!(await store.mark(contactId, next, located))) continue
    }
    if (located?.place === undefined) return
    const entry = await store.readContact(contactId, located.place)
    if (entry === undefined) throw new RetryLater('the contact to delete is just being appended')
    if (await deleteEntry(store, entry, first)) return
  }
  throw new RetryLater('deliveries of the deleted contact kept interfering')
}

async function deleteEntry(store: TimelineStore, entry: ContactEntry, deletedAt: string): Promise<boolean> {
  const state = deleteState(entry.state, deletedAt)
  if (sameState(state, entry.state)) return true
  const { place, conversation } = entry
  const to = { place, state, refs: [], ...(conversation !== undefined && { conversation }) }
  return store.writeContact(entry.entryId, to, entry.version)
}

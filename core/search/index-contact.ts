import type { Change } from '../change/change.ts'
import type { TimelineStore } from '../timeline/timeline-store.ts'
import type { SearchIndex } from './search-index.ts'

export type IndexContact = { index: SearchIndex; timeline: Pick<TimelineStore, 'readContact'> }

/** Brings the index up to date with what a change is about. Only contacts are searched; who they are from is read later. */
export async function indexContact({ index, timeline }: IndexContact, change: Change): Promise<void> {
  if (change.type !== 'contact') return
  const { contactId, stream, sortAt } = change
  const place = { stream, sortAt }
  await index.refresh({ contactId, place }, () => timeline.readContact(contactId, place))
}

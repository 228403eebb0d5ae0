import type { ConversationStore } from '../conversation/store.ts'
import type { IdentityStore } from '../identity/store.ts'
import type { OutcomeStore } from '../outcome/store.ts'
import type { TimelineStore } from '../timeline/timeline-store.ts'
import type { Partition } from './datasets.ts'
import { dayOf } from './ids.ts'
import type { ArchiveIndex } from './store.ts'

export type EraseDeps = {
  index: Pick<ArchiveIndex, 'markDue'>
  timeline: Pick<TimelineStore, 'readStream'>
  conversations: Pick<ConversationStore, 'read' | 'anchored'>
  outcomes: Pick<OutcomeStore, 'ofStream'>
  identity: Pick<IdentityStore, 'readLog'>
}

const page = 500

/**
 * Marks every day's file that holds something of these streams or customers as behind, and answers which they are. To be
 * called before the table forgets them, since afterwards nobody knows where they were: from then on the files are
 * certain to be written anew, from a table that has them no more.
 */
export async function markForErasure(
  deps: EraseDeps,
  { streams, customers }: { streams: string[]; customers: string[] },
): Promise<Partition[]> {
  const found = new Map<string, Partition>()
  for (const stream of streams) for await (const day of daysOfStream(deps, stream)) found.set(keyOf(day), day)
  for (const customer of customers) for await (const day of daysOfCustomer(deps, customer)) found.set(keyOf(day), day)
  const partitions = [...found.values()]
  await deps.index.markDue(partitions)
  return partitions
}

const keyOf = ({ dataset, day }: Partition): string => `${dataset} ${day}`

async function* daysOfStream(deps: EraseDeps, stream: string): AsyncGenerator<Partition> {
  yield* daysOfContacts(deps, stream)
  for (const { openedAt } of await deps.conversations.read(await deps.conversations.anchored(stream, page)))
    yield { dataset: 'conversations', day: dayOf(openedAt) }
  let after: { occurredAt: string; id: string } | undefined
  for (;;) {
    const outcomes = await deps.outcomes.ofStream(stream, { limit: page, ...(after && { after }) })
    for (const { occurredAt } of outcomes) yield { dataset: 'outcomes', day: dayOf(occurredAt) }
    if (outcomes.length < page) return
    after = outcomes.at(-1)
  }
}

async function* daysOfContacts({ timeline }: EraseDeps, stream: string): AsyncGenerator<Partition> {
  let before: { sortAt: string; entryId: string } | undefined
  for (;;) {
    const entries = await timeline.readStream(stream, page, before ? { before } : {})
    for (const entry of entries)
      if (entry.type === 'contact') yield { dataset: 'contacts', day: dayOf(entry.place.sortAt) }
    const last = entries.at(-1)
    if (entries.length < page || last === undefined) return
    before = { sortAt: last.place.sortAt, entryId: last.entryId }
  }
}

async function* daysOfCustomer({ identity }: EraseDeps, customer: string): AsyncGenerator<Partition> {
  let before: number | undefined
  for (;;) {
    const log = await identity.readLog(customer, page, before)
    for (const { at } of log) {
      yield { dataset: 'memberships', day: dayOf(at) }
      yield { dataset: 'links', day: dayOf(at) }
    }
    if (log.length < page) return
    before = log.at(-1)?.seq
  }
}

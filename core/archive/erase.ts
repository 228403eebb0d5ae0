import type { ConversationStore } from '../conversation/store.ts'
import type { IdentityStore } from '../identity/store.ts'
import type { OutcomeStore } from '../outcome/store.ts'
import type { Atom } from '../report/cells.ts'
import type { TimelineStore } from '../timeline/timeline-store.ts'
import { daysOf } from './contributions.ts'
import { contactThing, dayOf, decisionThing } from './ids.ts'
import type { Archived, ArchiveIndex } from './store.ts'

export type EraseDeps = {
  index: Pick<ArchiveIndex, 'markDue'>
  timeline: Pick<TimelineStore, 'readStream'>
  conversations: Pick<ConversationStore, 'read' | 'anchored'>
  outcomes: Pick<OutcomeStore, 'ofStream'>
  identity: Pick<IdentityStore, 'readLog'>
  /** What a customer adds to the figures of reports, on every day. */
  contributed: (customer: string) => Promise<Atom[]>
}

const page = 500

/**
 * Marks every day's file that holds something of these streams or customers as behind, and answers what. To be called
 * before the table forgets them, since afterwards nobody knows where they were: from then on the files are certain to be
 * written anew, from a table that has them no more. Then `forgetErased`.
 */
export async function markForErasure(
  deps: EraseDeps,
  { streams, customers }: { streams: string[]; customers: string[] },
): Promise<Archived[]> {
  const found: Archived[] = []
  for (const stream of streams) for await (const thing of thingsOfStream(deps, stream)) found.push(thing)
  for (const customer of customers) for await (const thing of thingsOfCustomer(deps, customer)) found.push(thing)
  await deps.index.markDue(daysIn(found))
  return found
}

/**
 * Once the table has forgotten them: takes what was found out of the index, which names streams, and marks the days once
 * more, so that a file that was written before the table had forgotten all of them is written again.
 */
export async function forgetErased(index: Pick<ArchiveIndex, 'forget' | 'markDue'>, things: Archived[]): Promise<void> {
  await index.forget(things)
  await index.markDue(daysIn(things))
}

const daysIn = (things: readonly Archived[]) => [
  ...new Map(things.map(({ dataset, day }) => [`${dataset} ${day}`, { dataset, day }])).values(),
]

async function* thingsOfStream(deps: EraseDeps, stream: string): AsyncGenerator<Archived> {
  yield* contactsOf(deps, stream)
  for (const { id, openedAt } of await deps.conversations.read(await deps.conversations.anchored(stream, page)))
    yield { dataset: 'conversations', day: dayOf(openedAt), id }
  let after: { occurredAt: string; id: string } | undefined
  for (;;) {
    const outcomes = await deps.outcomes.ofStream(stream, { limit: page, ...(after && { after }) })
    for (const { id, occurredAt } of outcomes) yield { dataset: 'outcomes', day: dayOf(occurredAt), id }
    if (outcomes.length < page) return
    after = outcomes.at(-1)
  }
}

async function* contactsOf({ timeline }: EraseDeps, stream: string): AsyncGenerator<Archived> {
  let before: { sortAt: string; entryId: string } | undefined
  for (;;) {
    const entries = await timeline.readStream(stream, page, before ? { before } : {})
    for (const { type, place, entryId } of entries)
      if (type === 'contact')
        yield {
          dataset: 'contacts',
          day: dayOf(place.sortAt),
          id: contactThing.write({ contactId: entryId, ...place }),
        }
    const last = entries.at(-1)
    if (entries.length < page || last === undefined) return
    before = { sortAt: last.place.sortAt, entryId: last.entryId }
  }
}

async function* thingsOfCustomer({ identity, contributed }: EraseDeps, customer: string): AsyncGenerator<Archived> {
  for (const day of daysOf(await contributed(customer))) yield { dataset: 'contributions', day, id: customer }
  let before: number | undefined
  for (;;) {
    const log = await identity.readLog(customer, page, before)
    for (const entry of log) {
      const thing = { day: dayOf(entry.at), id: decisionThing.write(entry) }
      yield { dataset: 'memberships', ...thing }
      yield { dataset: 'links', ...thing }
    }
    if (log.length < page) return
    before = log.at(-1)?.seq
  }
}

import type { Change } from '../change/change.ts'
import { RetryLater } from '../record/outcome.ts'
import type { ConversationStore } from './store.ts'

export type CountDeps = { store: Pick<ConversationStore, 'count'>; pause: (attempt: number) => Promise<void> }

const maxRaces = 12

/** Brings the counts up to how a conversation stands now. Told twice, late or in any order, they end the same. */
export async function keepCounts({ store, pause }: CountDeps, change: Change): Promise<void> {
  if (change.type !== 'conversation') return
  for (let race = 0; race < maxRaces; race++) {
    await pause(race)
    if (await store.count(change.id)) return
  }
  throw new RetryLater('too many conversations are being counted at once')
}

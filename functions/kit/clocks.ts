import { conversationStore } from '../../adapters/dynamodb/conversation-store.ts'
import { peopleStore } from '../../adapters/dynamodb/people-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import type { ClockDeps } from '../../core/conversation/deps.ts'
import { cachedPeople, readTerms } from '../../core/people/read-terms.ts'

/** What the clocks of conversations need, over the one table. Teams and hours are kept for half a minute. */
export function clockDeps(table: Table): ClockDeps {
  const people = cachedPeople(peopleStore(table), Date.now)
  return {
    store: conversationStore(table),
    terms: ({ team, priority }) => readTerms(people, team, priority),
    escalateTo: async team => (await people.team(team))?.escalateTo,
    now: () => new Date().toISOString(),
  }
}

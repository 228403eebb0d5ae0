import { peopleStore } from '../../adapters/dynamodb/people-store.ts'
import { sourceStore } from '../../adapters/dynamodb/source-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import type { ConversationDeps } from '../../core/conversation/deps.ts'
import { readSigns } from '../../core/conversation/read-signs.ts'
import { teamOf } from '../../core/people/team-of.ts'
import { keptReads } from '../../core/reading/kept-reads.ts'
import { cachedSources } from '../../core/source/cached-sources.ts'
import { clockDeps } from './clocks.ts'
import { pause } from './pause.ts'

/** More teams than a company has; those beyond are given no contacts by themselves. */
const mostTeams = 500

/** What conversations need, over the one table. People, teams, hours and sources are kept for half a minute. */
export function conversationDeps(table: Table): ConversationDeps {
  const people = peopleStore(table)
  const teams = keptReads(() => people.teams.list(mostTeams), Date.now)
  const readSource = cachedSources(sourceStore(table), Date.now)
  return {
    ...clockDeps(table),
    timeline: timelineStore(table, Date.now),
    read: async contact => readSigns(contact, (await readSource(contact.source))?.defaultRegion),
    teamFor: async contact => {
      const all = (await teams('all')) ?? []
      const id = (await readSource(contact.source))?.team ?? teamOf(all, contact)
      return id === undefined ? undefined : (all.find(team => team.id === id) ?? { id })
    },
    pause,
  }
}

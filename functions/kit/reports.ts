import { insightStore } from '../../adapters/dynamodb/insight-store.ts'
import { outcomeStore } from '../../adapters/dynamodb/outcome-store.ts'
import { peopleStore } from '../../adapters/dynamodb/people-store.ts'
import { reportReads } from '../../adapters/dynamodb/report-reads.ts'
import { readReportSettings } from '../../adapters/dynamodb/report-settings.ts'
import { reportStore } from '../../adapters/dynamodb/report-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { cachedPeople } from '../../core/people/read-terms.ts'
import { keptReads } from '../../core/reading/kept-reads.ts'
import type { Kept } from '../../core/report/plan-work.ts'
import type { FactReads } from '../../core/report/read-facts.ts'
import { following } from '../../core/report/settings.ts'
import { firstOutcome, outcomeTouches } from '../../core/report/touches.ts'
import { contactInsights } from '../../core/topic/contact-insights.ts'

/** What the fold reads, over the one table. Teams and hours are kept for half a minute. */
export function factReads(table: Table): FactReads {
  const people = cachedPeople(peopleStore(table), Date.now)
  const outcomes = outcomeStore(table)
  return {
    ...reportReads(table),
    hoursOf: async team => {
      const hours = (await people.team(team))?.hours
      return hours === undefined ? undefined : people.hours(hours)
    },
    insights: contactInsights(insightStore(table)),
    touches: outcomeTouches(outcomes),
    firstTouch: firstOutcome(outcomes),
    relationship: async () => undefined,
  }
}

/** How long it takes until everybody follows a generation that is being built. */
export const settingsKeptMs = 5000

/** The generations that follow what happens, as the settings name them. */
export function keptGenerations(table: Table): () => Promise<Kept[]> {
  const settings = keptReads(() => readReportSettings(table), Date.now, settingsKeptMs)
  return async () => {
    const found = await settings('settings')
    return (found ? following(found) : []).map(({ number, zone }) => ({ store: reportStore(table, number), zone }))
  }
}

import type { ClockTerms } from '../clock/clock.ts'
import { defaultPolicy, type Priority } from '../clock/policy.ts'
import { always, type Hours } from '../hours/hours.ts'
import { keptReads } from '../reading/kept-reads.ts'
import type { PeopleStore } from './people-store.ts'
import type { Team } from './team.ts'

/** Reading for functions that ask for every contact. */
export type PeopleReads = {
  team: (id: string) => Promise<Team | undefined>
  hours: (id: string) => Promise<Hours | undefined>
}

/** Keeps what it read, also absence, for half a minute. */
export const cachedPeople = (
  { teams, hours }: Pick<PeopleStore, 'teams' | 'hours'>,
  now: () => number,
): PeopleReads => ({
  team: keptReads(teams.read, now),
  hours: keptReads(hours.read, now),
})

/** By what the clocks of a team's conversation run: around the clock and the default policy, where nothing is set. */
export async function readTerms(
  people: PeopleReads,
  teamId: string | undefined,
  priority: Priority,
): Promise<ClockTerms> {
  const team = teamId === undefined ? undefined : await people.team(teamId)
  const hours = team === undefined ? undefined : await people.hours(team.hours)
  return { hours: hours ?? always, policy: team?.policy ?? defaultPolicy, priority }
}

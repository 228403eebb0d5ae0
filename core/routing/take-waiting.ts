import type { Row } from '../conversation/row.ts'
import { speaks } from './applies.ts'
import type { RoutingDeps } from './deps.ts'
import { route } from './route.ts'
import { inForce, mostRules } from './rule.ts'
import { hasSkills, isFree, type Seat } from './seat.ts'

/** How many rows one call reads, and how many conversations it decides on; what is left is there at the next. */
const mostRows = 1000
const mostRouted = 100

/**
 * Gives what waits to those who can take it now, what is due first first. Only what somebody free could take is decided
 * on again, so that what waits for a rare skill holds up nothing behind it. `undecided`: also what no rule has decided
 * on, because rules have changed. Answers how many were given to somebody.
 */
export async function takeWaiting(deps: RoutingDeps, undecided: boolean): Promise<number> {
  if (inForce(await deps.routing.rules.list(mostRules)).length === 0) return 0
  const list = { status: 'open', by: 'assignee', value: undefined } as const
  const [seats, placed] = await Promise.all([deps.routing.seats(), deps.store.rows(list, mostRows)])
  const free = seats.filter(isFree)
  const wanted = placed.map(({ row }) => row).filter(row => isWanted(row, free, undecided))
  let given = 0
  for (const { id } of wanted.slice(0, mostRouted)) if ((await route(deps, id)) === 'assigned') given++
  return given
}

function isWanted({ needs, team }: Row, free: readonly Seat[], undecided: boolean): boolean {
  if (needs === undefined) return undecided
  const { skills, language, agent } = needs
  return free.some(
    seat =>
      hasSkills(seat, skills) &&
      (seat.agent.id === agent ||
        ((team === undefined || seat.agent.teams.includes(team)) &&
          (language === undefined || speaks(seat.agent.languages, language)))),
  )
}

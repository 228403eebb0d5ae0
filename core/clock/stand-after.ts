import {
  type Clock,
  type ClockName,
  type ClockStand,
  type ClockStatus,
  type ClockTerms,
  clockNames,
  type Happened,
} from './clock.ts'
import { ended, lateBefore, movementIn, paused, running, startedClock } from './run.ts'

/** How the clocks stand after an event that happened when all before it had. */
export function standAfter(before: ClockStand, event: Happened, terms: ClockTerms): ClockStand {
  const stand = mapClocks(before, clock => lateBefore(clock, event.at))
  switch (event.type) {
    case 'inbound':
      return started(reopened(stand, event.at, terms), event, terms)
    case 'outbound':
      return answered(stand, event.at, terms)
    case 'status':
      return moved(stand, event.status, event.at, terms)
    default:
      return event satisfies never
  }
}

/** Each clock that there is, changed. */
export function mapClocks(stand: ClockStand, change: (clock: Clock, name: ClockName) => Clock): ClockStand {
  const changed = { ...stand }
  for (const name of clockNames) {
    const clock = stand[name]
    if (clock !== undefined) changed[name] = change(clock, name)
  }
  return changed
}

/** An answer that was given stays given; what only the resolving ended goes on when the conversation does. */
const moved = (stand: ClockStand, status: ClockStatus, at: string, terms: ClockTerms): ClockStand => ({
  ...mapClocks(stand, (clock, name) => (clock.metBy === 'answer' ? clock : follow(clock, name, status, at, terms))),
  status,
})

function follow(clock: Clock, name: ClockName, status: ClockStatus, at: string, terms: ClockTerms): Clock {
  const movement = movementIn(status, name)
  switch (movement) {
    case 'run':
      return running(clock, name, at, terms)
    case 'pause':
      return paused(clock, at, terms)
    case 'end':
      return ended(clock, at, 'resolved', terms)
    default:
      return movement satisfies never
  }
}

/** A contact ends every wait but that for a department. An answer owed before the resolving is owed no more. */
function reopened(stand: ClockStand, at: string, terms: ClockTerms): ClockStand {
  if (stand.status === 'open' || stand.status === 'waiting-department') return stand
  return mapClocks(moved(stand, 'open', at, terms), (clock, name) => {
    const before = stand[name]
    return name !== 'resolution' && before?.metAt !== undefined ? before : clock
  })
}

/** Starts the clocks that a contact of the customer starts: none where an answer is owed already. */
function started(stand: ClockStand, event: Happened & { type: 'inbound' }, terms: ClockTerms): ClockStand {
  const start = (name: ClockName) =>
    follow(startedClock(event.at, event.social ?? false), name, stand.status, event.at, terms)
  const { firstResponse, nextResponse } = stand
  const resolution = stand.resolution ?? start('resolution')
  if (firstResponse === undefined) return { ...stand, resolution, firstResponse: start('firstResponse') }
  const owed = firstResponse.metAt === undefined || (nextResponse !== undefined && nextResponse.metAt === undefined)
  return { ...stand, resolution, ...(!owed && { nextResponse: start('nextResponse') }) }
}

const answered = (stand: ClockStand, at: string, terms: ClockTerms): ClockStand =>
  mapClocks(stand, (clock, name) => (name === 'resolution' ? clock : ended(clock, at, 'answer', terms)))

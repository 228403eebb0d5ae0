import {
  type Clock,
  type ClockEvent,
  type ClockName,
  type Clocks,
  type ClockTerms,
  clockNames,
  clockStatuses,
  type Happened,
  keptEvents,
} from './clock.ts'
import { lateBefore, withDue } from './run.ts'
import { mapClocks, standAfter } from './stand-after.ts'

const noClocks: Clocks = { v: 1, stand: { status: 'open' }, before: { status: 'open' }, events: [] }

/**
 * The clocks after one more event, which may have happened before others that are known. The same events give the same
 * clocks in whatever order and however often they come, as long as none comes when `keptEvents` later ones already have.
 */
export function clockAfter(clocks: Clocks | undefined, event: ClockEvent, terms: ClockTerms): Clocks {
  const known = clocks ?? noClocks
  if (event.type === 'looked') return computed({ ...known, lookedAt: latest(known.lookedAt, event.at) }, terms)
  if (known.beforeAt !== undefined && event.at <= known.beforeAt) return known
  if (known.events.some(other => order(other, event) === 0)) return known
  return computed(shortened({ ...known, events: [...known.events, event].sort(order) }, terms), terms)
}

/** The same clocks under other hours, another policy or priority. What was late before the kept events stays late. */
export const clocksUnder = (clocks: Clocks, terms: ClockTerms): Clocks =>
  computed({ ...clocks, before: mapClocks(clocks.before, (clock, name) => withDue(clock, name, terms)) }, terms)

/** The running clock that is due first, if any is: also one that is late already. */
export const nextDue = (clocks: Clocks): Due | undefined => earliest(clocks, () => true)

/** The running clock that will be late first: when to look again. */
export const nextBreach = (clocks: Clocks): Due | undefined =>
  earliest(clocks, ({ breachedAt }) => breachedAt === undefined)

export type Due = { clock: ClockName; dueAt: string }

function earliest({ stand }: Clocks, counts: (clock: Clock) => boolean): Due | undefined {
  const due = clockNames.flatMap(clock => {
    const { [clock]: found } = stand
    return found?.dueAt !== undefined && counts(found) ? [{ clock, dueAt: found.dueAt }] : []
  })
  return due.reduce<Due | undefined>((first, other) => (first && first.dueAt <= other.dueAt ? first : other), undefined)
}

function computed(clocks: Clocks, terms: ClockTerms): Clocks {
  const { before, events, lookedAt } = clocks
  const stand = events.reduce((reached, event) => standAfter(reached, event, terms), before)
  return { ...clocks, stand: lookedAt === undefined ? stand : mapClocks(stand, clock => lateAt(clock, lookedAt)) }
}

/** Whoever looks at the very instant at which a clock is due finds it late: nothing else will happen in that instant. */
const lateAt = (clock: Clock, lookedAt: string): Clock =>
  clock.dueAt === lookedAt ? { ...clock, breachedAt: clock.breachedAt ?? lookedAt } : lateBefore(clock, lookedAt)

/** The oldest events beyond those to keep become part of what was before; all of one instant together. */
function shortened(clocks: Clocks, terms: ClockTerms): Clocks {
  const { events, before } = clocks
  if (events.length <= keptEvents) return clocks
  const beforeAt = events[events.length - keptEvents - 1]?.at ?? ''
  const old = events.filter(({ at }) => at <= beforeAt)
  return {
    ...clocks,
    before: old.reduce((stand, event) => standAfter(stand, event, terms), before),
    beforeAt,
    events: events.slice(old.length),
  }
}

const latest = (known: string | undefined, at: string): string => (known === undefined || known < at ? at : known)

/** By time; in one instant a contact, then its answer, then what somebody set because of it. Equal events are one. */
function order(one: Happened, other: Happened): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1
  return rank(one) - rank(other)
}

function rank(event: Happened): number {
  switch (event.type) {
    case 'inbound':
      return event.social ? 0 : 1
    case 'outbound':
      return 2
    case 'status':
      return 3 + clockStatuses.indexOf(event.status)
    default:
      return event satisfies never
  }
}

import type { Clocks, ClockTerms, Happened } from '../../core/clock/clock.ts'
import { clockAfter } from '../../core/clock/clocks.ts'

const none: Clocks = { v: 1, stand: { status: 'open' }, before: { status: 'open' }, events: [] }

/** The clocks of all events of a conversation, told in order of time. */
export const clocksOf = (events: readonly Happened[], terms: ClockTerms): Clocks =>
  events
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .reduce((clocks, event) => clockAfter(clocks, event, terms), none)

import { addWorkingTime, workingTimeBetween } from '../hours/working-time.ts'
import type { Clock, ClockName, ClockStatus, ClockTerms } from './clock.ts'
import { targetOf } from './policy.ts'

/** A clock that begins at a contact of the customer. */
export const startedClock = (startedAt: string, social: boolean): Clock => ({
  startedAt,
  ...(social && { social }),
  elapsed: 0,
})

/** What a clock does while the conversation is so. */
export function movementIn(status: ClockStatus, name: ClockName): 'run' | 'pause' | 'end' {
  switch (status) {
    case 'open':
      return 'run'
    case 'waiting-department':
      return name === 'resolution' ? 'pause' : 'run'
    case 'waiting-customer':
    case 'snoozed':
      return 'pause'
    case 'resolved':
      return 'end'
    default:
      return status satisfies never
  }
}

/** The clock running from `at` on, or as it is where it already runs. */
export function running(clock: Clock, name: ClockName, at: string, terms: ClockTerms): Clock {
  if (clock.runningSince !== undefined) return clock
  return withDue({ ...restOf(clock), elapsed: clock.elapsed, runningSince: at }, name, terms)
}

/** Paused at `at`, or as it is where it already was. */
export function paused(clock: Clock, at: string, terms: ClockTerms): Clock {
  if (clock.pausedAt !== undefined) return clock
  return { ...restOf(clock), elapsed: elapsedAt(clock, at, terms), pausedAt: at }
}

/** Ended at `at`, or when it already had; an answer is an answer also when the conversation was resolved before it. */
export function ended(clock: Clock, at: string, metBy: 'answer' | 'resolved', terms: ClockTerms): Clock {
  if (clock.metAt !== undefined) return metBy === 'answer' ? { ...clock, metBy } : clock
  return { ...restOf(clock), elapsed: elapsedAt(clock, at, terms), metAt: at, metBy }
}

/** Late, where it was due before `at`; a clock that ends just when it was due is in time. */
export const lateBefore = (clock: Clock, at: string): Clock =>
  clock.breachedAt === undefined && clock.dueAt !== undefined && clock.dueAt < at
    ? { ...clock, breachedAt: clock.dueAt }
    : clock

/** The working time that has passed on a clock by an instant, in ms. */
export const elapsedAt = (
  { elapsed, runningSince }: Clock,
  at: string,
  { hours }: Pick<ClockTerms, 'hours'>,
): number => (runningSince === undefined ? elapsed : elapsed + workingTimeBetween(hours, runningSince, at))

/** When a running clock is due by the terms, whatever stood there before. */
export function withDue(
  { dueAt: _, ...clock }: Clock,
  name: ClockName,
  { hours, policy, priority }: ClockTerms,
): Clock {
  if (clock.runningSince === undefined) return clock
  const target = targetOf(policy, name, { priority, social: clock.social ?? false })
  if (target === undefined) return clock
  const dueAt = clock.breachedAt ?? addWorkingTime(hours, clock.runningSince, target - clock.elapsed)
  return { ...clock, ...(dueAt !== undefined && { dueAt }) }
}

/** What stays of a clock whatever it does. */
const restOf = ({ startedAt, social, elapsed, breachedAt }: Clock): Clock => ({
  startedAt,
  ...(social !== undefined && { social }),
  elapsed,
  ...(breachedAt !== undefined && { breachedAt }),
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ClockStand,
  type ClockStatus,
  type ClockTerms,
  clockNames,
  clockStatuses,
  type Happened,
  keptEvents,
} from '../../core/clock/clock.ts'
import { clockAfter, clocksUnder, nextDue } from '../../core/clock/clocks.ts'
import { priorities } from '../../core/clock/policy.ts'
import { elapsedAt } from '../../core/clock/run.ts'
import { standAfter } from '../../core/clock/stand-after.ts'
import { addWorkingTime, workingTimeBetween } from '../../core/hours/working-time.ts'
import { dayMs, hoursNear, placeAndTime } from '../hours/some-hours.ts'
import { clocksOf } from './clocks-of.ts'

const minuteMs = 60_000
const target = fc.integer({ min: 1, max: 3000 }).map(minutes => minutes * minuteMs)
const policy = fc.record({ firstResponse: target, nextResponse: target, resolution: target })

/** Within ten days around a change of clocks; few instants, so that events meet in one. */
const happened = (around: number): fc.Arbitrary<Happened> =>
  fc
    .tuple(
      fc.constantFrom('inbound', 'inbound', 'outbound', 'status'),
      fc.integer({ min: 0, max: 240 }),
      fc.constantFrom(...clockStatuses),
    )
    .map(([type, hour, status]) => {
      const at = new Date(around - 5 * dayMs + hour * 60 * minuteMs).toISOString()
      return type === 'status' ? { type, at, status } : { type, at }
    })

const conversation = (most: number) =>
  placeAndTime.chain(({ timeZone, at }) =>
    fc.record({
      terms: fc.record({ hours: hoursNear(timeZone, at), policy, priority: fc.constantFrom(...priorities) }),
      events: fc.array(happened(at), { minLength: 1, maxLength: most, size: 'max' }),
      lookedAt: happened(at).map(event => event.at),
    }),
  )

const inOrder = (events: Happened[], terms: ClockTerms) =>
  events.reduce<ReturnType<typeof clocksOf> | undefined>((clocks, event) => clockAfter(clocks, event, terms), undefined)

describe('laws of clocks, around changes of clocks', () => {
  test('the same events give the same clocks, in whatever order and however often they come', () => {
    const shuffled = conversation(keptEvents).chain(given =>
      fc.record({
        given: fc.constant(given),
        again: fc.shuffledSubarray([...given.events, ...given.events], {
          minLength: 2 * given.events.length,
          maxLength: 2 * given.events.length,
        }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ given: { terms, events, lookedAt }, again }) => {
        const looked = { type: 'looked', at: lookedAt } as const
        const late = clockAfter(inOrder(again, terms), looked, terms)
        const early = again.reduce(
          (clocks, event) => clockAfter(clocks, event, terms),
          clockAfter(undefined, looked, terms),
        )
        expect(late).toEqual(clockAfter(clocksOf(events, terms), looked, terms))
        expect(early).toEqual(late)
      }),
    )
  })

  test('in order, forgetting old events changes nothing', () => {
    fc.assert(
      fc.property(conversation(3 * keptEvents), ({ terms, events }) => {
        const kept = clocksOf(events, terms)
        expect(kept.events.length).toBeLessThanOrEqual(keptEvents)
        const all = inTime(events).reduce<ClockStand>((stand, event) => standAfter(stand, event, terms), {
          status: 'open',
        })
        expect(kept.stand).toEqual(all)
        expect(clocksUnder(kept, terms)).toEqual(kept)
        for (const again of events) expect(clockAfter(kept, again, terms)).toEqual(kept)
      }),
    )
  })

  test('the resolution has taken the open working time, and was late exactly when that exceeded its target', () => {
    fc.assert(
      fc.property(conversation(keptEvents), ({ terms, events, lookedAt }) => {
        const until = [lookedAt, ...events.map(({ at }) => at)].sort().at(-1) ?? ''
        const clocks = clockAfter(clocksOf(events, terms), { type: 'looked', at: until }, terms)
        const { resolution } = clocks.stand
        const spans = openSpansOf(events, until)
        const total = spans.reduce((sum, [from, to]) => sum + workingTimeBetween(terms.hours, from, to), 0)
        expect(resolution ? elapsedAt(resolution, until, terms) : 0).toBe(total)
        const { resolution: most = 0 } = terms.policy
        if (total !== most) expect(resolution?.breachedAt).toBe(lateFrom(spans, most, terms))
      }),
    )
  })

  test('a clock runs, pauses or has ended, never two of them; what runs is due, what is due runs', () => {
    fc.assert(
      fc.property(conversation(keptEvents), ({ terms, events }) => {
        const clocks = clocksOf(events, terms)
        const there = clockNames.flatMap(name => clocks.stand[name] ?? [])
        for (const { runningSince, pausedAt, metAt, dueAt } of there) {
          expect([runningSince, pausedAt, metAt].filter(one => one !== undefined)).toHaveLength(1)
          expect(dueAt === undefined || runningSince !== undefined).toBe(true)
        }
        const due = there.flatMap(({ dueAt }) => dueAt ?? []).sort()
        expect(nextDue(clocks)?.dueAt).toBe(due[0])
      }),
    )
  })
})

/** The instant at which the open working time of these spans exceeds so much, if it does. */
function lateFrom(spans: [string, string][], most: number, { hours }: ClockTerms): string | undefined {
  let left = most
  for (const [from, to] of spans) {
    const worked = workingTimeBetween(hours, from, to)
    if (worked > left) return addWorkingTime(hours, from, left)
    left -= worked
  }
  return undefined
}

const rank = (event: Happened) => ['inbound', 'outbound', 'status'].indexOf(event.type) * 10 + statusRank(event)
const statusRank = (event: Happened) => (event.type === 'status' ? clockStatuses.indexOf(event.status) : 0)

/** Each once, in order of time. */
const inTime = (events: Happened[]): Happened[] => {
  const unique = new Map(events.map(event => [`${event.at} ${rank(event)}`, event]))
  return [...unique.values()].sort((one, other) => one.at.localeCompare(other.at) || rank(one) - rank(other))
}

/** When a conversation was open, from its first contact on: told event by event, with nothing but its status. */
function openSpansOf(events: Happened[], until: string): [string, string][] {
  const spans: [string, string][] = []
  let [status, since, begun]: [ClockStatus, string, boolean] = ['open', '', false]
  for (const event of [...inTime(events), { type: 'outbound', at: until } as const]) {
    if (begun && status === 'open' && since < event.at) spans.push([since, event.at])
    since = event.at
    if (event.type === 'status') status = event.status
    if (event.type === 'inbound') {
      begun = true
      if (status !== 'waiting-department') status = 'open'
    }
  }
  return spans
}

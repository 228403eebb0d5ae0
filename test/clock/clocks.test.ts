import { describe, expect, test } from 'vitest'
import { type ClockEvent, type ClockStatus, type ClockTerms, clocksSchema, keptEvents } from '../../core/clock/clock.ts'
import { clockAfter, clocksUnder, nextBreach, nextDue } from '../../core/clock/clocks.ts'
import { happenedIn } from '../../core/clock/happened-in.ts'
import { defaultPolicy } from '../../core/clock/policy.ts'
import { always, hoursSchema } from '../../core/hours/hours.ts'
import { clocksOf } from './clocks-of.ts'

const office = [['09:00', '17:00']]
const london = hoursSchema.parse({
  ...{ v: 1, id: 'london', name: 'London', timeZone: 'Europe/London', holidays: [] },
  weekly: { monday: office, tuesday: office, wednesday: office, thursday: office, friday: office },
})
const terms: ClockTerms = { hours: london, policy: defaultPolicy, priority: 'normal' }

/** Wednesday 1 April 2026, by the clock in London. */
const at = (face: string, day = 1) =>
  new Date(`2026-04-${String(day).padStart(2, '0')}T${face}:00.000+01:00`).toISOString()
const inbound = (face: string, day = 1) => ({ type: 'inbound', at: at(face, day) }) as const
const outbound = (face: string, day = 1) => ({ type: 'outbound', at: at(face, day) }) as const
const status = (set: ClockStatus, face: string, day = 1) =>
  ({ type: 'status', at: at(face, day), status: set }) as const
const looked = (face: string, day = 1) => ({ type: 'looked', at: at(face, day) }) as const
const hourMs = 3_600_000

/** As they come, one by one. */
const clocksAfter = (events: ClockEvent[], by = terms) =>
  events.reduce<ReturnType<typeof clockAfter> | undefined>((clocks, event) => clockAfter(clocks, event, by), undefined)
const standOf = (...events: ClockEvent[]) => clocksAfter(events)?.stand

describe('the first response', () => {
  test('is due half a working day after the first contact', () => {
    expect(standOf(inbound('10:00'))?.firstResponse).toEqual({
      startedAt: at('10:00'),
      runningSince: at('10:00'),
      elapsed: 0,
      dueAt: at('14:00'),
    })
  })

  test('counts from the opening when the customer wrote in the evening, and over a weekend', () => {
    expect(standOf(inbound('20:00'))?.firstResponse?.dueAt).toBe(at('13:00', 2))
    expect(standOf(inbound('15:00', 10))?.firstResponse?.dueAt).toBe(at('11:00', 13))
  })

  test('is met by the first answer; later contacts do not start it again', () => {
    const stand = standOf(inbound('10:00'), inbound('11:00'), outbound('12:30'), inbound('13:00'))
    expect(stand?.firstResponse).toEqual({
      ...{ startedAt: at('10:00'), elapsed: 2.5 * hourMs, metAt: at('12:30'), metBy: 'answer' },
    })
  })

  test('is in time at the instant at which it is due, and late after it', () => {
    expect(standOf(inbound('10:00'), outbound('14:00'))?.firstResponse?.breachedAt).toBeUndefined()
    expect(standOf(inbound('10:00'), outbound('14:01'))?.firstResponse).toMatchObject({
      ...{ breachedAt: at('14:00'), metAt: at('14:01'), elapsed: 4 * hourMs + 60_000 },
    })
  })

  test('is late once somebody looked, until an answer given in time arrives', () => {
    const events = [inbound('10:00'), looked('14:00')]
    expect(standOf(...events)?.firstResponse).toMatchObject({ breachedAt: at('14:00'), dueAt: at('14:00') })
    expect(standOf(inbound('10:00'), looked('13:59'))?.firstResponse?.breachedAt).toBeUndefined()
    expect(standOf(...events, outbound('13:00'))?.firstResponse?.breachedAt).toBeUndefined()
  })

  test('goes on while a department is asked, pauses while the conversation is snoozed', () => {
    expect(standOf(inbound('10:00'), status('waiting-department', '11:00'))?.firstResponse?.dueAt).toBe(at('14:00'))
    const snoozed = [inbound('10:00'), status('snoozed', '11:00')]
    expect(standOf(...snoozed)?.firstResponse).toEqual({
      startedAt: at('10:00'),
      pausedAt: at('11:00'),
      elapsed: hourMs,
    })
    expect(standOf(...snoozed, status('open', '13:00'))?.firstResponse).toMatchObject({
      ...{ runningSince: at('13:00'), elapsed: hourMs, dueAt: at('16:00') },
    })
  })

  test('stays late and due as it was, when it goes on after a pause', () => {
    const late = [inbound('10:00'), looked('14:30'), status('snoozed', '15:00')]
    expect(standOf(...late)?.firstResponse).toMatchObject({ elapsed: 5 * hourMs, breachedAt: at('14:00') })
    expect(standOf(...late, status('open', '16:00'))?.firstResponse?.dueAt).toBe(at('14:00'))
  })

  test('is paused since the first of two pauses', () => {
    const stand = standOf(inbound('10:00'), status('snoozed', '11:00'), status('waiting-customer', '12:00'))
    expect(stand?.firstResponse).toMatchObject({ elapsed: hourMs, pausedAt: at('11:00') })
  })

  test('stays late when somebody looked before, but is told later', () => {
    expect(standOf(inbound('10:00'), looked('14:00'), looked('13:00'))?.firstResponse?.breachedAt).toBe(at('14:00'))
  })

  test('nothing is owed for what nobody of the customers wrote', () => {
    expect(standOf(outbound('10:00'), status('waiting-customer', '10:00'))).toEqual({ status: 'waiting-customer' })
  })
})

describe('the next response', () => {
  test('starts at the first contact after an answer, and again after the next', () => {
    const events = [inbound('09:00'), outbound('09:30'), inbound('10:00'), inbound('11:00')]
    expect(standOf(...events)?.nextResponse).toMatchObject({ startedAt: at('10:00'), dueAt: at('10:00', 2) })
    expect(standOf(...events, outbound('12:00'), inbound('13:00'))?.nextResponse).toMatchObject({
      ...{ startedAt: at('13:00'), elapsed: 0, dueAt: at('13:00', 2) },
    })
  })

  test('is owed for a contact that comes after the conversation was resolved without an answer', () => {
    const stand = standOf(inbound('09:00'), status('resolved', '10:00'), inbound('11:00'))
    expect(stand?.firstResponse).toMatchObject({ metAt: at('10:00'), metBy: 'resolved' })
    expect(stand?.nextResponse).toMatchObject({ startedAt: at('11:00'), runningSince: at('11:00') })
    expect(stand?.status).toBe('open')
  })
})

test('an answer after the resolving is an answer: opened again, none is owed', () => {
  const stand = standOf(inbound('09:00'), status('resolved', '10:00'), outbound('11:00'), status('open', '12:00'))
  expect(stand?.firstResponse).toMatchObject({ metAt: at('10:00'), metBy: 'answer' })
  expect(stand?.resolution?.runningSince).toBe(at('12:00'))
})

describe('the resolution', () => {
  test('is due after three working days and ends when the conversation is resolved', () => {
    expect(standOf(inbound('10:00'))?.resolution?.dueAt).toBe(at('10:00', 6))
    expect(standOf(inbound('10:00'), outbound('11:00'), status('resolved', '12:00'))?.resolution).toMatchObject({
      ...{ elapsed: 2 * hourMs, metAt: at('12:00'), metBy: 'resolved' },
    })
  })

  test.each(['waiting-customer', 'waiting-department', 'snoozed'] as const)('pauses while %s', paused => {
    const stand = standOf(
      inbound('10:00'),
      status(paused, '11:00'),
      status('open', '15:00'),
      status('resolved', '16:00'),
    )
    expect(stand?.resolution?.elapsed).toBe(2 * hourMs)
  })

  test('goes on where it was, when the conversation is opened again', () => {
    const events = [inbound('10:00'), status('resolved', '12:00'), status('open', '14:00')]
    expect(standOf(...events)?.resolution).toMatchObject({ elapsed: 2 * hourMs, runningSince: at('14:00') })
    expect(standOf(...events)?.firstResponse).toMatchObject({ elapsed: 2 * hourMs, dueAt: at('16:00') })
  })

  test('a contact of the customer ends the wait for them, not that for a department', () => {
    const wait = (set: ClockStatus) => [inbound('10:00'), outbound('11:00'), status(set, '11:00'), inbound('12:00')]
    expect(standOf(...wait('waiting-customer'))?.resolution?.runningSince).toBe(at('12:00'))
    expect(standOf(...wait('waiting-department'))?.resolution?.pausedAt).toBe(at('11:00'))
    expect(standOf(...wait('waiting-department'))?.nextResponse?.runningSince).toBe(at('12:00'))
  })
})

describe('terms', () => {
  test.each([
    ['low', false, '14:00'],
    ['normal', false, '14:00'],
    ['high', false, '12:00'],
    ['urgent', false, '11:00'],
    ['normal', true, '11:00'],
  ] as const)('of priority %s, social %s: due at %s', (priority, social, due) => {
    const event: ClockEvent = { ...inbound('10:00'), ...(social && { social }) }
    expect(clocksAfter([event], { ...terms, priority })?.stand.firstResponse?.dueAt).toBe(at(due))
  })

  test('of an urgent mention are the shorter of two', () => {
    const policy = { ...defaultPolicy, social: { firstResponse: 2 * hourMs } }
    const event: ClockEvent = { ...inbound('10:00'), social: true }
    expect(clocksAfter([event], { ...terms, policy, priority: 'urgent' })?.stand.firstResponse?.dueAt).toBe(at('11:00'))
  })

  test('of social alone hold without others', () => {
    const event: ClockEvent = { ...inbound('10:00'), social: true }
    const policy = { social: { firstResponse: hourMs } }
    expect(clocksAfter([event], { ...terms, policy })?.stand.firstResponse?.dueAt).toBe(at('11:00'))
    expect(clocksAfter([inbound('10:00')], { ...terms, policy })?.stand.firstResponse?.dueAt).toBeUndefined()
  })

  test('that change move also what began before the events that are kept', () => {
    const often = Array.from({ length: 2 * keptEvents }, (_, minute) => inbound(`10:${minute + 10}`))
    const clocks = clocksOf([inbound('10:00'), ...often], terms)
    expect(clocks.events).toHaveLength(keptEvents)
    expect(clocksUnder(clocks, { ...terms, priority: 'high' }).stand.firstResponse?.dueAt).toBe(at('12:00'))
  })

  test('that change move what is due', () => {
    const clocks = clocksOf([inbound('10:00'), status('snoozed', '10:30'), status('open', '12:00')], terms)
    expect(clocks.stand.firstResponse?.dueAt).toBe(at('15:30'))
    expect(clocksUnder(clocks, { ...terms, priority: 'urgent' }).stand.firstResponse?.dueAt).toBe(at('12:30'))
    expect(clocksUnder(clocks, { ...terms, hours: always }).stand.firstResponse?.dueAt).toBe(at('15:30'))
    expect(clocksUnder(clocks, { ...terms, policy: {} }).stand.firstResponse?.dueAt).toBeUndefined()
  })
})

describe('what is due', () => {
  test('first is what runs and ends first; late things stay due, but will not be late again', () => {
    const clocks = clocksOf([inbound('10:00')], terms)
    expect(nextDue(clocks)).toEqual({ clock: 'firstResponse', dueAt: at('14:00') })
    expect(nextBreach(clocks)).toEqual(nextDue(clocks))
    const late = clockAfter(clocks, looked('14:30'), terms)
    expect(nextDue(late)).toEqual({ clock: 'firstResponse', dueAt: at('14:00') })
    expect(nextBreach(late)).toEqual({ clock: 'resolution', dueAt: at('10:00', 6) })
  })

  test('is nothing while all pauses or is done', () => {
    expect(nextDue(clocksOf([inbound('10:00'), status('snoozed', '11:00')], terms))).toBeUndefined()
    expect(nextDue(clocksOf([inbound('10:00'), status('resolved', '11:00')], terms))).toBeUndefined()
  })
})

describe('a contact', () => {
  const contact = { channel: 'email', direction: 'inbound' } as const
  const call = { answered: true, durationSeconds: 60, queueSeconds: 30 }
  const now = at('10:00')
  test.each([
    ['from the customer', contact, [{ type: 'inbound', at: now }]],
    ['on a network', { ...contact, channel: 'social' }, [{ type: 'inbound', at: now, social: true }]],
    ['from us', { ...contact, direction: 'outbound' }, [{ type: 'outbound', at: now }]],
    ['from a machine', { ...contact, automatic: 'auto-reply' }, []],
    ['missed', { ...contact, channel: 'phone', call: { ...call, answered: false } }, [{ type: 'inbound', at: now }]],
    ['that reached nobody', { ...contact, direction: 'outbound', call: { ...call, answered: false } }, []],
    [
      'answered on the phone',
      { ...contact, channel: 'phone', call },
      [
        { type: 'inbound', at: now },
        { type: 'outbound', at: '2026-04-01T09:00:30.000Z' },
      ],
    ],
  ] as const)('%s', (_, given, events) => {
    expect(happenedIn(given, now)).toEqual(events)
  })
})

test('clocks are kept as what their schema reads', () => {
  const clocks = clocksAfter([inbound('10:00'), outbound('15:00'), status('snoozed', '16:00'), looked('16:30')])
  expect(clocksSchema.parse(JSON.parse(JSON.stringify(clocks)))).toEqual(clocks)
})

import type { ClockTerms } from '../clock/clock.ts'
import { type ClockName, clockNames } from '../clock/clock.ts'
import { clockAfter, clocksUnder } from '../clock/clocks.ts'
import { priorities } from '../clock/policy.ts'
import type { Happening } from './absorb.ts'
import { callbackDue } from './callbacks.ts'
import type { Conversation } from './conversation.ts'
import { type ClockDeps, itself } from './deps.ts'
import { eventsOf } from './events.ts'
import { nothingWritten } from './store.ts'

/** How many conversations one call sees to; what is left is due again at the next. */
const mostAtOnce = 500
const atOnce = 10

/**
 * Sees to everything whose time has come: what slept wakes, a clock that ran out is late and goes up, a promise that was
 * not kept too. What came due while nothing ran fires at the next call. Answers how many conversations changed.
 */
export async function fireClocks(deps: ClockDeps): Promise<number> {
  const due = await deps.store.due(deps.now(), mostAtOnce)
  let changed = 0
  for (let at = 0; at < due.length; at += atOnce) {
    const fired = await Promise.all(due.slice(at, at + atOnce).map(id => fire(deps, id)))
    changed += fired.filter(Boolean).length
  }
  return changed
}

/** False where nothing had to change, or where somebody was faster: then it is due again at the next call. */
async function fire(deps: ClockDeps, id: string): Promise<boolean> {
  const [was] = await deps.store.read([id])
  if (was === undefined) return false
  const at = deps.now()
  const escalateTo = was.team === undefined ? undefined : await deps.escalateTo(was.team)
  const { conversation, happenings } = timePassed(was, at, await deps.terms(was), escalateTo)
  if (happenings.length === 0) return false
  const terms = await deps.terms(conversation)
  const clocks = conversation.clocks && clocksUnder(conversation.clocks, terms)
  const next = { ...conversation, ...(clocks && { clocks }), version: was.version + 1 }
  const events = eventsOf(next, happenings, { actor: itself, at })
  return deps.store.commit({ ...nothingWritten, conversations: [{ next, was }], events })
}

type Passed = { conversation: Conversation; happenings: Happening[] }

/** What the time that passed by `at` did to a conversation. */
export function timePassed(before: Conversation, at: string, terms: ClockTerms, escalateTo?: string): Passed {
  const called = callbackDue(before, at, terms)
  const awake = wake(called, at, terms)
  const told = promiseBroken(awake, at)
  return late(told, at, terms, escalateTo)
}

function wake({ conversation: before, happenings }: Passed, at: string, terms: ClockTerms): Passed {
  const { snoozedUntil, ...rest } = before
  if (before.status !== 'snoozed' || snoozedUntil === undefined || snoozedUntil > at) {
    return { conversation: before, happenings }
  }
  const event = { type: 'status', at: snoozedUntil, status: 'open' } as const
  const clocks = rest.clocks && clockAfter(rest.clocks, event, terms)
  const conversation: Conversation = { ...rest, status: 'open', since: snoozedUntil, ...(clocks && { clocks }) }
  const woke: Happening = { change: 'status', from: 'snoozed', to: 'open', reason: 'its time has come' }
  return { conversation, happenings: [...happenings, woke] }
}

function promiseBroken({ conversation, happenings }: Passed, at: string): Passed {
  const { promise } = conversation
  if (promise?.by === undefined || promise.brokenAt !== undefined || promise.by > at)
    return { conversation, happenings }
  const reason = `an answer was promised by ${promise.by}`
  return {
    conversation: { ...conversation, promise: { ...promise, brokenAt: promise.by }, reason, urgentSince: promise.by },
    happenings: [...happenings, { change: 'promise-broken', reason }],
  }
}

function late(
  { conversation, happenings }: Passed,
  at: string,
  terms: ClockTerms,
  escalateTo: string | undefined,
): Passed {
  if (conversation.clocks === undefined) return { conversation, happenings }
  const clocks = clockAfter(conversation.clocks, { type: 'looked', at }, terms)
  const before = conversation.clocks.stand
  const breached = clockNames.filter(
    name => clocks.stand[name]?.breachedAt !== undefined && before[name]?.breachedAt === undefined,
  )
  if (breached.length === 0) return { conversation, happenings }
  return escalated({ ...conversation, clocks }, [...happenings, ...breached.map(breachOf)], escalateTo)
}

const breachOf = (clock: ClockName): Happening => ({ change: 'breached', to: clock })

/** What is late is one step more urgent, and goes to the team that is there for it. */
function escalated(conversation: Conversation, happenings: Happening[], escalateTo: string | undefined): Passed {
  const priority = priorities[priorities.indexOf(conversation.priority) + 1] ?? 'urgent'
  const raised: Happening[] =
    priority === conversation.priority
      ? []
      : [{ change: 'priority', from: conversation.priority, to: priority, reason: 'late' }]
  const { team } = conversation
  if (escalateTo === undefined || escalateTo === team) {
    return { conversation: { ...conversation, priority }, happenings: [...happenings, ...raised] }
  }
  const moved: Happening = {
    change: 'escalated',
    to: escalateTo,
    reason: 'late',
    ...(team !== undefined && { from: team }),
  }
  return {
    conversation: { ...conversation, priority, team: escalateTo },
    happenings: [...happenings, ...raised, moved],
  }
}

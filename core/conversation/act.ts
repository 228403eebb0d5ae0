import type { ClockEvent } from '../clock/clock.ts'
import { clockAfter, clocksUnder } from '../clock/clocks.ts'
import type { Priority } from '../clock/policy.ts'
import { RetryLater } from '../record/outcome.ts'
import type { Happening } from './absorb.ts'
import { callbackDone, callbackSet, callbackStream, callbackThread } from './callbacks.ts'
import {
  type AssignedBy,
  type Callback,
  type Conversation,
  type ConversationStatus,
  isUnresolved,
} from './conversation.ts'
import type { ConversationDeps } from './deps.ts'
import { eventsOf } from './events.ts'
import { type HandOver, handedOver } from './hand-over.ts'
import { rememberedBy } from './remember.ts'
import { type ConversationWrite, nothingWritten } from './store.ts'

const maxRaces = 20

/** What a person does to a conversation. Null takes an assignee or a team away. */
export type Action =
  | { do: 'status'; status: ConversationStatus; until?: string | undefined; department?: string | undefined }
  | { do: 'assign'; assignee?: string | null | undefined; team?: string | null | undefined }
  | { do: 'priority'; priority: Priority }
  | { do: 'tags'; add: string[]; remove: string[] }
  | { do: 'language'; language: string }
  | { do: 'callback'; callback: Callback }
  | { do: 'callback-done' }
  | HandOver

/** `entryId` names the entries that it leaves, for what must be done once; without it each version names its own. */
export type Acting = { actor: string; reason?: string | undefined; entryId?: (n: number) => string }

/** What acting needs of all that conversations need. */
export type ActDeps = Pick<ConversationDeps, 'store' | 'terms' | 'now' | 'pause'>

export type Acted = { conversation: Conversation; before: Conversation }

/** Does it to the conversation as it is when it is done; undefined where there is none. What changes nothing writes nothing. */
export async function act(deps: ActDeps, id: string, action: Action, by: Acting): Promise<Acted | undefined> {
  for (let race = 0; race < maxRaces; race++) {
    await deps.pause(race)
    const [before] = await deps.store.read([id])
    if (before === undefined) return undefined
    const at = deps.now()
    const { conversation, happenings } = transition(before, action, at)
    if (happenings.length === 0) return { conversation: before, before }
    const ticking = await withClocks(deps, before, conversation, at)
    const gives = action.do === 'assign' || action.do === 'hand-over'
    const given = gives ? { assignedBy: assignedBy(before, conversation, by, at) } : {}
    const next = { ...ticking, ...given, version: before.version + 1 }
    const told = happenings.map(happening => ({ ...happening, ...(by.reason !== undefined && { reason: by.reason }) }))
    const { entryId } = by
    const events = eventsOf(next, told, { actor: by.actor, at }).map((event, n) =>
      entryId === undefined ? event : { ...event, entryId: entryId(n) },
    )
    const matters = !isUnresolved(before) && isUnresolved(next) ? await rememberedBy(deps, next) : []
    const threads = threadsOf(action, next)
    const write = { ...nothingWritten, conversations: [{ next, was: before }], events, matters, threads }
    if (await deps.store.commit(write)) return { conversation: next, before }
  }
  throw new RetryLater('others kept changing the conversation')
}

/** A call to the number leads here. */
const threadsOf = (action: Action, { id }: Conversation): ConversationWrite['threads'] =>
  action.do === 'callback'
    ? [{ stream: callbackStream(action.callback), thread: callbackThread, conversation: id }]
    : []

type Transition = { conversation: Conversation; happenings: Happening[] }

/** The conversation after an action; without happenings it is as it was. */
export function transition(before: Conversation, action: Action, at: string): Transition {
  switch (action.do) {
    case 'status':
      return withStatus(before, action, at)
    case 'assign':
      return assigned(before, action)
    case 'priority':
      return changed(before, 'priority', before.priority, action.priority, { priority: action.priority })
    case 'tags': {
      const tags = [...new Set([...before.tags.filter(tag => !action.remove.includes(tag)), ...action.add])].slice(
        0,
        20,
      )
      return changed(before, 'tags', before.tags.join(', '), tags.join(', '), { tags })
    }
    case 'language':
      return changed(before, 'language', before.language, action.language, { language: action.language })
    case 'callback':
      return callbackSet(before, action.callback, at)
    case 'callback-done':
      return callbackDone(before, at)
    case 'hand-over':
      return handedOver(before, action, at)
    default:
      return action satisfies never
  }
}

function withStatus(before: Conversation, action: Extract<Action, { do: 'status' }>, at: string): Transition {
  const { snoozedUntil, waitingFor, urgentSince, ...rest } = before
  const { status, until, department } = action
  const same = status === before.status && until === snoozedUntil && department === waitingFor
  if (same) return { conversation: before, happenings: [] }
  const settled = status === 'resolved' || status === 'spam'
  const conversation: Conversation = {
    ...(settled ? withoutTasks(rest) : rest),
    ...{ status, since: at },
    ...(settled && { unanswered: [] }),
    ...(!settled && urgentSince !== undefined && { urgentSince }),
    ...(status === 'snoozed' && until !== undefined && { snoozedUntil: until }),
    ...(status === 'waiting-department' && department !== undefined && { waitingFor: department }),
  }
  const to = [status, until, department].filter(part => part !== undefined).join(' ')
  return { conversation, happenings: [{ change: 'status', from: before.status, to }] }
}

/** Nobody is to do anything any more. */
const withoutTasks = ({ callback: _callback, handover: _handover, ...settled }: Conversation): Conversation => settled

function assigned(before: Conversation, { assignee, team }: Extract<Action, { do: 'assign' }>): Transition {
  const { assignee: wasAssignee, team: wasTeam, ...rest } = before
  const [nextAssignee, nextTeam] = [chosen(assignee, wasAssignee), chosen(team, wasTeam)]
  const conversation: Conversation = {
    ...rest,
    ...(nextAssignee !== undefined && { assignee: nextAssignee }),
    ...(nextTeam !== undefined && { team: nextTeam }),
  }
  const happenings = [
    ...changed(before, 'assigned', wasAssignee, nextAssignee, {}).happenings,
    ...changed(before, 'team', wasTeam, nextTeam, {}).happenings,
  ]
  return { conversation, happenings }
}

/** Routing leaves to a person what a person gave to somebody, and does not give back what was taken away. */
function assignedBy(before: Conversation, { assignee, team }: Conversation, by: Acting, at: string): AssignedBy {
  const from = before.assignee === assignee ? undefined : before.assignee
  return {
    ...{ actor: by.actor, at },
    ...(by.reason !== undefined && { reason: by.reason }),
    ...(assignee !== undefined && { to: assignee }),
    ...(team !== undefined && { team }),
    ...(from !== undefined && { from }),
  }
}

const chosen = (wanted: string | null | undefined, was: string | undefined): string | undefined =>
  wanted === undefined ? was : (wanted ?? undefined)

function changed(
  before: Conversation,
  change: Happening['change'],
  from: string | undefined,
  to: string | undefined,
  fields: Partial<Conversation>,
): Transition {
  if (from === to) return { conversation: before, happenings: [] }
  const told = {
    change,
    ...(from !== undefined && { from: from.slice(0, 512) }),
    ...(to !== undefined && { to: to.slice(0, 512) }),
  }
  return { conversation: { ...before, ...fields }, happenings: [told] }
}

/** Clocks follow the status, and other terms where team or priority are others. */
export async function withClocks(
  deps: Pick<ConversationDeps, 'terms'>,
  before: Conversation,
  next: Conversation,
  at: string,
): Promise<Conversation> {
  if (next.clocks === undefined) return next
  const terms = await deps.terms(next)
  const other = next.team !== before.team || next.priority !== before.priority
  const under = other ? clocksUnder(next.clocks, terms) : next.clocks
  if (next.status === before.status) return { ...next, clocks: under }
  const event: ClockEvent = { type: 'status', at, status: next.status === 'spam' ? 'resolved' : next.status }
  return { ...next, clocks: clockAfter(under, event, terms) }
}

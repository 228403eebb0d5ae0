import { clocksUnder } from '../clock/clocks.ts'
import type { Happening } from '../conversation/absorb.ts'
import { type AssignedBy, type Conversation, kept } from '../conversation/conversation.ts'
import { eventId } from '../conversation/conversation-id.ts'
import { itself } from '../conversation/deps.ts'
import { eventsOf } from '../conversation/events.ts'
import { type ConversationWrite, nothingWritten } from '../conversation/store.ts'
import type { EventEntry } from '../timeline/entry.ts'
import type { NoteEvent } from '../timeline/event.ts'
import type { Route } from './decide.ts'
import type { RoutingDeps } from './deps.ts'
import { askingForHelp } from './reason.ts'
import type { Seat } from './seat.ts'
import { isTeamOfOthers } from './standing.ts'

/** What a decision writes: the conversation, what the timeline tells of it, a note that asks the specialist. */
export async function written(
  { terms, now }: Pick<RoutingDeps, 'terms' | 'now'>,
  was: Conversation,
  decided: Route,
  seats: readonly Seat[],
): Promise<ConversationWrite> {
  const at = now()
  const routed = routedConversation(was, decided, at)
  const clocks = routed.clocks && clocksUnder(routed.clocks, await terms(routed))
  const next = { ...routed, ...(clocks && { clocks }), version: was.version + 1 }
  const told = eventsOf(next, happenings(was, next, decided), { actor: itself, at })
  return { ...nothingWritten, conversations: [{ next, was }], events: [...told, ...helpNote(next, decided, seats, at)] }
}

function routedConversation(was: Conversation, decided: Route, at: string): Conversation {
  const { assignee, team, specialist, priority } = decided
  const consulted = [...new Set([...(was.consulted ?? []), ...(specialist === undefined ? [] : [specialist])])]
  return {
    ...was,
    assignedBy: assignedBy(was, decided, at),
    ...(assignee !== undefined && { assignee }),
    ...(team !== undefined && { team }),
    ...(priority !== undefined && { priority }),
    ...(consulted.length > 0 && { consulted: consulted.slice(-kept.consulted) }),
  }
}

/** Whom it was taken from is remembered for as long as it waits. */
function assignedBy(was: Conversation, { rule, reason, assignee, team, needs }: Route, at: string): AssignedBy {
  const from = assignee === undefined ? was.assignedBy?.from : undefined
  return {
    ...{ actor: itself, at, rule: rule.id, reason },
    ...(assignee !== undefined && { to: assignee }),
    ...(team !== undefined && { team }),
    ...(from !== undefined && { from }),
    ...(isTeamOfOthers(was) && { teamStays: true }),
    ...(needs && { needs }),
  }
}

function happenings(was: Conversation, next: Conversation, { reason, assignee, team }: Route): Happening[] {
  const to = assignee ?? team
  const routed: Happening = {
    ...{ change: 'routed', reason },
    ...(was.assignee !== undefined && { from: was.assignee }),
    ...(to !== undefined && { to }),
  }
  if (next.priority === was.priority) return [routed]
  return [routed, { change: 'priority', from: was.priority, to: next.priority, reason }]
}

/** Its id is that of the first entry beyond what a version tells of itself. */
const noteNumber = 100

function helpNote(
  { id, version, anchor }: Conversation,
  { specialist, assignee, reason }: Route,
  seats: readonly Seat[],
  at: string,
): EventEntry[] {
  if (specialist === undefined || assignee === undefined) return []
  const answers = seats.find(({ agent }) => agent.id === assignee)?.agent.name ?? assignee
  const text = askingForHelp(reason, answers)
  const event: NoteEvent = { v: 1, type: 'note', at, actor: itself, conversation: id, text, mentions: [specialist] }
  return [{ type: 'event', entryId: eventId(id, version, noteNumber), place: { stream: anchor, sortAt: at }, event }]
}

import type { StatusEvent } from '../timeline/event.ts'
import type { Happening } from './absorb.ts'
import type { Conversation } from './conversation.ts'
import { eventId } from './conversation-id.ts'

/** Giving a conversation to somebody with a reason, a note, and what is known at that moment: lines of a brief. */
export type HandOver = {
  do: 'hand-over'
  to: { assignee: string } | { team: string }
  by: string
  reason: string
  note?: string | undefined
  lines: NonNullable<StatusEvent['lines']>
}

/** A team gets it without a person: somebody of theirs takes it. One entry tells it all, and names the person. */
export function handedOver(
  before: Conversation,
  { to, by, reason, note, lines }: HandOver,
  at: string,
): { conversation: Conversation; happenings: Happening[] } {
  const { assignee: was, ...rest } = before
  const entryId = eventId(before.id, before.version + 1, 0)
  const from = was ?? before.team
  const happening: Happening = {
    ...{ change: 'handed-over', to: 'assignee' in to ? to.assignee : to.team, reason, lines },
    ...(from !== undefined && { from }),
    ...(note !== undefined && { note }),
    ...('assignee' in to && { mentions: [to.assignee] }),
  }
  return {
    conversation: { ...rest, ...to, handover: { entryId, at, by, reason, ...to } },
    happenings: [happening],
  }
}

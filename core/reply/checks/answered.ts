import { viewContact } from '../../contact/view.ts'
import type { Conversation } from '../../conversation/conversation.ts'
import type { ContactEntry } from '../../timeline/entry.ts'
import type { Written } from './contradictions.ts'

const dayMs = 86_400_000

/** What people of ours wrote to the customer within 24 hours before `now`, in whatever conversation. */
export const answersToday = (entries: readonly ContactEntry[], now: string): Written[] =>
  entries.filter(({ place }) => Date.parse(now) - Date.parse(place.sortAt) < dayMs).flatMap(writtenByUs)

/** The answers whose promise stands open, of all the customer's conversations. */
export function openPromises(conversations: readonly Conversation[], entries: readonly ContactEntry[]): Written[] {
  const open = new Set(conversations.flatMap(({ promise }) => promise?.contactId ?? []))
  return entries.filter(({ entryId }) => open.has(entryId)).flatMap(writtenByUs)
}

function writtenByUs({ entryId, state }: ContactEntry): Written[] {
  const { direction, automatic, text, occurredAt } = viewContact(state)
  return direction === 'outbound' && automatic === undefined && state.deletedAt === undefined
    ? [{ entryId, text, at: occurredAt }]
    : []
}

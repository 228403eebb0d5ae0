import type { ClockTerms } from '../clock/clock.ts'
import type { Contact } from '../contact/contact.ts'
import type { Team } from '../people/team.ts'
import type { TimelineStore } from '../timeline/timeline-store.ts'
import type { Conversation } from './conversation.ts'
import type { Signs } from './signs.ts'
import type { ConversationStore } from './store.ts'

/** What the clocks of conversations need. */
export type ClockDeps = {
  store: ConversationStore
  /** The hours, policy and priority that a conversation is measured by. */
  terms: (conversation: Pick<Conversation, 'team' | 'priority'>) => Promise<ClockTerms>
  /** The team that what is late in this one goes to. */
  escalateTo: (team: string) => Promise<string | undefined>
  /** RFC 3339 UTC, ms. */
  now: () => string
}

/** What bringing contacts into conversations needs. `pause` waits before an attempt, longer each time. */
export type ConversationDeps = ClockDeps & {
  timeline: Pick<TimelineStore, 'readContact' | 'readContacts' | 'locate'>
  /** What a contact says. */
  read: (contact: Contact) => Promise<Signs>
  /** The team that contacts for a department and brand go to. */
  teamFor: (contact: Contact) => Promise<Pick<Team, 'id' | 'topics'> | undefined>
  pause: (attempt: number) => Promise<void>
}

/** How an entry names that nobody did something. */
export const itself = 'throughline'

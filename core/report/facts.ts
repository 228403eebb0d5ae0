import type { Contact } from '../contact/contact.ts'
import type { ConversationStatus } from '../conversation/conversation.ts'
import type { Hours } from '../hours/hours.ts'
import type { StatusEvent } from '../timeline/event.ts'

/** How a contact sounds; absent where nobody can tell, `unknown` is never guessed. */
export const sentiments = ['negative', 'neutral', 'positive'] as const
export type Sentiment = (typeof sentiments)[number]

/** What reading its text tells of a contact: kept by whoever reads texts, asked for by reports. Absent: not known. */
export type ContactInsight = { topic?: string; language?: string; sentiment?: Sentiment }

/**
 * A contact as reports see it. `at` is where it stands on its stream; `conversation` is there when it belongs to a matter
 * of the same customer. A contact that was deleted is none. `handleSeconds` is talk, hold and after-call work.
 */
export type ContactFact = Pick<Contact, 'channel' | 'direction' | 'source' | 'brand' | 'department'> &
  ContactInsight & {
    id: string
    at: string
    network?: string
    campaign?: string
    country?: string
    agent?: string
    conversation?: string
    /** The contact of the customer before it that was made for the same matter. */
    repeats?: string
    /** A machine wrote it, or nobody was reached: it is neither a question nor an answer. */
    idle: boolean
    /** It says that something will be done, by this instant where it names a day. */
    promises?: { by?: string }
    /** An answered call is a contact and its answer at once, `waitedSeconds` after it began. */
    call?: { answered: boolean; handleSeconds: number; waitedSeconds: number }
  }

/** One clock of a conversation that ended or ran out: when that was known, and whether the target was kept. */
export type Kept = { clock: 'first' | 'next' | 'resolution'; at: string; kept: boolean }

/** A conversation anchored at a stream of the customer, as it stands now, with the working hours of its team. */
export type ConversationFact = {
  id: string
  openedAt: string
  openedBy: string
  brand: string
  department: string
  status: ConversationStatus
  /** Since when it has that status. */
  since: string
  inbound: number
  hours: Hours
  team?: string
  assignee?: string
  language?: string
  kept: Kept[]
  rating?: { kind: 'csat' | 'nps'; score: number; at: string }
}

/** What happened to a conversation: an entry of the timeline, without its texts. `first` names where what is repeated stood. */
export type EventFact = Pick<StatusEvent, 'at' | 'change' | 'from' | 'to' | 'contact'> & {
  id: string
  conversation: string
  first?: string[]
}

/**
 * Anything else that a report counts by customer: an outcome (`sale`, `refund`, `renewal`: `value` in minor units of its
 * currency) or a touch of a campaign. `dims` are what is known of it by itself.
 */
export type TouchFact = {
  id: string
  at: string
  kind: 'outcome' | 'campaign'
  name: string
  value?: number
  dims: Partial<Record<'campaign' | 'channel' | 'brand' | 'department' | 'source', string>>
}

/**
 * All that is known of one customer around some days. `nobody`: what comes over a line that names no person, so that it
 * is neither first nor returning, and nobody's. `first` is the customer's very first own contact, whenever that was.
 */
export type CustomerFacts = {
  nobody: boolean
  relationship?: string
  first?: { id: string; at: string }
  contacts: ContactFact[]
  conversations: ConversationFact[]
  events: EventFact[]
  touches: TouchFact[]
}

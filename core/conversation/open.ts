import type { ClockTerms } from '../clock/clock.ts'
import { parseObjectName } from '../raw/object-name.ts'
import { type Absorbed, absorb } from './absorb.ts'
import type { Conversation } from './conversation.ts'
import { conversationId } from './conversation-id.ts'
import { titleOf } from './title.ts'

/** What an import brings that is older than this is history: its matter is not open any more. */
const historyAfter = 30 * 24 * 3_600_000

/** The conversation that a contact opens, on the stream that it lies on, of the priority of its terms. `now` is RFC 3339 UTC. */
export function opened(arrival: Absorbed, stream: string, now: string, terms: ClockTerms, team?: string): Conversation {
  const { contact, at } = arrival
  const imported = parseObjectName(contact.rawRef.object)?.holds === 'file'
  const isHistory = imported && Date.parse(now) - Date.parse(at) > historyAfter
  const empty: Conversation = {
    v: 1,
    id: conversationId(contact.id),
    version: 1,
    anchor: stream,
    openedAt: at,
    openedBy: contact.id,
    title: titleOf(contact),
    brand: contact.brand,
    department: contact.department,
    status: 'open',
    since: at,
    priority: terms.priority,
    tags: [],
    channel: contact.channel,
    channels: [],
    contacts: 0,
    inbound: 0,
    lastAt: at,
    unanswered: [],
    references: [],
    topics: [],
    switches: 0,
    repeats: 0,
    joined: [],
    ...(team !== undefined && { team }),
  }
  const { conversation } = absorb(empty, arrival, terms)
  return isHistory ? asHistory(conversation) : conversation
}

function asHistory({ clocks: _clocks, ...conversation }: Conversation): Conversation {
  return { ...conversation, status: 'resolved', unanswered: [] }
}

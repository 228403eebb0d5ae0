import { viewContact } from '../contact/view.ts'
import { type Conversation, isUnresolved } from '../conversation/conversation.ts'
import type { CustomerRecord } from '../identity/customer-record.ts'
import type { Source } from '../source/source.ts'
import type { TimelineItem } from '../timeline/read-timeline.ts'
import type { BriefContact, BriefInput, BriefMatter } from './brief.ts'

/** So many of a customer's newest entries a brief is made of. */
export const mostEntries = 500

/** What is stored of a customer, as a brief is made of it. `items` newest first; `now` is RFC 3339 UTC. */
export function briefInput(
  record: CustomerRecord,
  items: readonly TimelineItem[],
  conversations: readonly Conversation[],
  sources: readonly Source[],
  now: string,
): BriefInput {
  const contacts = items.flatMap(item => briefContact(item, record))
  const newest = contacts[0]?.contact.source
  const region = (sources.find(({ id }) => id === newest) ?? sources[0])?.defaultRegion
  const first = contacts.at(-1)?.contact.occurredAt
  return {
    now,
    since: first !== undefined && first < record.createdAt ? first : record.createdAt,
    ...(region !== undefined && { region }),
    contacts,
    matters: conversations.filter(isUnresolved).map(conversation => matterOf(conversation, contacts)),
  }
}

/** Contacts only, without those that were deleted. What lies on nobody's stream of this customer, somebody else wrote or got. */
function briefContact({ entry, asserted }: TimelineItem, { members }: CustomerRecord): BriefContact[] {
  if (entry.type !== 'contact' || entry.state.deletedAt !== undefined) return []
  const isOwn = members.some(({ stream }) => stream === entry.place.stream)
  return [
    {
      contact: viewContact(entry.state),
      asserted,
      ...(entry.conversation !== undefined && { conversation: entry.conversation }),
      ...(!isOwn && { fromOther: true }),
    },
  ]
}

const matterOf = (
  { id, title, status, openedAt, openedBy, joined }: Conversation,
  contacts: readonly BriefContact[],
): BriefMatter => {
  const own = contacts.filter(({ conversation }) => conversation === id || joined.includes(conversation ?? ''))
  const ids = own.map(({ contact }) => contact.id)
  const isKnown = contacts.some(({ contact }) => contact.id === openedBy)
  return {
    id,
    title,
    status: status.replaceAll('-', ' '),
    openedAt,
    entryIds: isKnown && !ids.includes(openedBy) ? [openedBy, ...ids] : ids,
  }
}

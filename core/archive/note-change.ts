import type { Change } from '../change/change.ts'
import type { ConversationStore } from '../conversation/store.ts'
import type { IdentityStore } from '../identity/store.ts'
import type { Partition } from './datasets.ts'
import { contactThing, dayOf, decisionThing } from './ids.ts'
import type { Archived, ArchiveIndex } from './store.ts'

export type NoteDeps = {
  index: Pick<ArchiveIndex, 'note' | 'markDue'>
  conversations: Pick<ConversationStore, 'read' | 'contacts'>
  identity: Pick<IdentityStore, 'readLog'>
}

/** What a change puts into which day's file, and which other days it concerns. */
export type Noted = { things: Archived[]; days: Partition[] }

const nothing: Noted = { things: [], days: [] }

/** Decisions about one customer that may come between a change and its being followed. */
const newestDecisions = 100
const mostContacts = 1000

/** Reads what the change tells of, to know the day. Deciding nothing, it may be done again in any order. */
export async function notedOf(deps: NoteDeps, change: Change): Promise<Noted> {
  switch (change.type) {
    case 'contact':
      return only({ dataset: 'contacts', day: dayOf(change.sortAt), id: contactThing.write(change) })
    case 'outcome':
      return only({ dataset: 'outcomes', day: dayOf(change.at), id: change.id })
    case 'mentions':
      return only({ dataset: 'mentions', day: change.day, id: change.panel })
    case 'customer':
      return decisionsOf(deps, change.customer)
    case 'conversation':
      return conversationOf(deps, change.id)
    case 'staff':
    case 'reply':
    case 'event':
    case 'milestone':
      return nothing
    default:
      return change satisfies never
  }
}

const only = (thing: Archived): Noted => ({ things: [thing], days: [] })

async function decisionsOf({ identity }: NoteDeps, customer: string): Promise<Noted> {
  const log = await identity.readLog(customer, newestDecisions)
  const things = log.map(entry => ({ day: dayOf(entry.at), id: decisionThing.write(entry) }))
  return { things: things.map(thing => ({ dataset: 'memberships', ...thing })), days: [] }
}

/** Its contacts bear its label, which is no change of theirs: their days are behind too. */
async function conversationOf({ conversations }: NoteDeps, id: string): Promise<Noted> {
  const [[conversation], contacts] = await Promise.all([
    conversations.read([id]),
    conversations.contacts(id, mostContacts),
  ])
  if (conversation === undefined) return nothing
  const days = contacts.map(({ sortAt }) => ({ dataset: 'contacts' as const, day: dayOf(sortAt) }))
  return { things: [{ dataset: 'conversations', day: dayOf(conversation.openedAt), id }], days }
}

/** Notes what changes brought, for a batch of them at once: what lies where first, then which days are behind. */
export async function noteAll({ index }: Pick<NoteDeps, 'index'>, noted: Noted[]): Promise<void> {
  const things = noted.flatMap(one => one.things)
  const days = [...things, ...noted.flatMap(one => one.days)].flatMap(withLinks)
  await index.note(things)
  await index.markDue([...new Map(days.map(day => [`${day.dataset} ${day.day}`, day])).values()])
}

/** Links are read from the same decisions as memberships. */
const withLinks = ({ dataset, day }: Partition): Partition[] =>
  dataset === 'memberships'
    ? [
        { dataset, day },
        { dataset: 'links', day },
      ]
    : [{ dataset, day }]

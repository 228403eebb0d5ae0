import type { Contact } from '../contact/contact.ts'
import { viewContact } from '../contact/view.ts'
import type { Conversation } from '../conversation/conversation.ts'
import type { ConversationDeps } from '../conversation/deps.ts'
import { atOnce } from '../live/at-once.ts'
import type { Asked } from './applies.ts'
import type { RoutingStore } from './store.ts'

export type PastDeps = Pick<ConversationDeps, 'store' | 'timeline' | 'teamFor'> & {
  routing: Pick<RoutingStore, 'recent'>
}

/** What is looked back at: at most so many of the newest conversations, with a contact since then. */
export type Looking = { limit: number; since?: string | undefined; askFirstTime: boolean }

/** How many conversations of a customer are looked at to tell the first, and of how many customers at once. */
const mostOfCustomer = 50
const width = 20

/**
 * Conversations as they were when they came, oldest first, each with the contact that opened it. Whether it was the
 * first of its customer is told by the stream of that contact, and only where it is asked for.
 */
export async function readPast(deps: PastDeps, { limit, since, askFirstTime }: Looking): Promise<Asked[]> {
  const rows = await deps.routing.recent(limit, since)
  const conversations = await deps.store.read(rows.map(({ id }) => id))
  const [openers, firsts] = await Promise.all([
    openersOf(deps, conversations),
    askFirstTime ? firstsOf(deps, conversations) : new Set<string>(),
  ])
  const past: Asked[] = []
  await atOnce(width, conversations, async conversation => {
    const contact = openers.get(conversation.openedBy)
    if (contact?.direction !== 'inbound') return
    const team = (await deps.teamFor(contact))?.id
    past.push({ conversation: asOpened(conversation, team), contact, firstTime: firsts.has(conversation.id) })
  })
  return past.sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

const order = ({ conversation: { openedAt, id } }: Asked): string => `${openedAt} ${id}`

async function openersOf({ timeline }: PastDeps, conversations: Conversation[]): Promise<Map<string, Contact>> {
  const wanted = conversations.map(({ openedBy, anchor, openedAt }) => ({
    contactId: openedBy,
    place: { stream: anchor, sortAt: openedAt },
  }))
  const entries = await timeline.readContacts(wanted)
  return new Map(entries.map(({ entryId, state }) => [entryId, viewContact(state)]))
}

async function firstsOf({ store }: PastDeps, conversations: Conversation[]): Promise<Set<string>> {
  const firsts = new Set<string>()
  await atOnce(width, [...new Set(conversations.map(({ anchor }) => anchor))], async anchor => {
    const first = (await store.anchored(anchor, mostOfCustomer)).at(-1)
    if (first !== undefined) firsts.add(first)
  })
  return firsts
}

/** Without what people and rules made of it since. */
function asOpened(conversation: Conversation, team: string | undefined): Conversation {
  const { team: _team, assignee: _assignee, assignedBy: _by, ...opened } = conversation
  return { ...opened, status: 'open', priority: 'normal', tags: [], ...(team !== undefined && { team }) }
}

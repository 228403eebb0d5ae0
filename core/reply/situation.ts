import type { Contact } from '../contact/contact.ts'
import { viewContact } from '../contact/view.ts'
import type { Conversation } from '../conversation/conversation.ts'
import { conversationsOf } from '../conversation/of-customer.ts'
import type { ConversationStore } from '../conversation/store.ts'
import type { IdentityDeps } from '../identity/carry-out.ts'
import type { CustomerRecord } from '../identity/customer-record.ts'
import { customersOfStreams } from '../identity/customers-of-streams.ts'
import { readCustomer } from '../identity/read-customer.ts'
import { readTimeline, type TimelineItem } from '../timeline/read-timeline.ts'
import type { TimelineStore } from '../timeline/timeline-store.ts'
import type { Answering, ReplyStore } from './store.ts'

/** So many of a customer's newest entries are looked at before an answer goes out. */
const lookedAt = 200
const repliesLookedAt = 20

export type SituationDeps = {
  conversations: Pick<ConversationStore, 'read' | 'anchored'>
  timeline: Pick<TimelineStore, 'readStream' | 'readContacts'> & TimelineStore
  identity: () => Promise<Pick<IdentityDeps, 'store'>>
  replies: ReplyStore
}

/** All that is looked at before an answer goes out: the matter, whose it is, what was said lately, what is on its way. */
export type Situation = {
  conversation: Conversation
  customer: CustomerRecord | undefined
  /** All matters of the customer. */
  matters: Conversation[]
  /** Newest first; of the whole customer. */
  items: TimelineItem[]
  answering: Answering
}

/** Undefined where there is no such conversation. What was joined into another stands for that one. */
export async function readSituation(deps: SituationDeps, id: string): Promise<Situation | undefined> {
  const conversation = await readMatter(deps, id)
  if (conversation === undefined) return undefined
  const [customer, answering] = await Promise.all([
    customerAt(deps, conversation.anchor),
    deps.replies.ofConversation(conversation.id, repliesLookedAt),
  ])
  const members = customer?.members ?? [{ stream: conversation.anchor, asserted: false }]
  const [{ items }, matters] = await Promise.all([
    readTimeline(deps.timeline, members, { limit: lookedAt }),
    conversationsOf(
      deps.conversations,
      members.map(({ stream }) => stream),
    ),
  ])
  return { conversation, customer, matters, items, answering }
}

async function readMatter({ conversations }: SituationDeps, id: string): Promise<Conversation | undefined> {
  const [conversation] = await conversations.read([id])
  if (conversation?.joinedInto === undefined) return conversation
  const [other] = await conversations.read([conversation.joinedInto])
  return other ?? conversation
}

async function customerAt({ identity }: SituationDeps, anchor: string): Promise<CustomerRecord | undefined> {
  const { store } = await identity()
  const customer = (await customersOfStreams(store.readPointers, [anchor])).get(anchor)
  return customer === undefined ? undefined : readCustomer(store, customer)
}

/** A contact and its conversation. */
export type Said = { contact: Contact; conversation: string | undefined; stream: string }

/** The contacts of a situation that may be answered, newest first: no machine's, and nothing that was deleted. */
export const saidIn = ({ items }: Situation): Said[] =>
  items.flatMap(({ entry }) => {
    if (entry.type !== 'contact' || entry.state.deletedAt !== undefined) return []
    const contact = viewContact(entry.state)
    return contact.automatic === undefined
      ? [{ contact, conversation: entry.conversation, stream: entry.place.stream }]
      : []
  })

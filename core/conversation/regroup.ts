import { customersOfStreams } from '../identity/customers-of-streams.ts'
import { readCustomer } from '../identity/read-customer.ts'
import type { IdentityStore } from '../identity/store.ts'
import { RetryLater } from '../record/outcome.ts'
import { type Conversation, isUnresolved } from './conversation.ts'
import { type ConversationDeps, itself } from './deps.ts'
import { eventsOf } from './events.ts'
import { type Content, mostMoved, mostRead, moveOut, readContents } from './move-contacts.ts'
import { rememberedBy } from './remember.ts'

export type RegroupDeps = ConversationDeps & { identity: () => Promise<{ store: IdentityStore }> }

/** The conversations of a stream that are looked at; older ones show each reader only what is of their customer. */
const mostConversations = 50
const maxRaces = 20

/**
 * After the streams of a customer changed: contacts of somebody else leave the conversations anchored here into one of
 * their own. What was merged stays as it is: both customers' conversations are the one customer's now.
 */
export async function regroup(deps: RegroupDeps, customer: string): Promise<void> {
  const { store } = await deps.identity()
  const record = await readCustomer(store, customer)
  for (const { stream } of record?.members ?? []) {
    for (const id of await deps.store.anchored(stream, mostConversations)) await regroupOne(deps, store, id)
  }
}

async function regroupOne(deps: RegroupDeps, identity: IdentityStore, id: string): Promise<void> {
  for (let pass = 0; pass < maxRaces; pass++) {
    await deps.pause(pass)
    const [conversation] = await deps.store.read([id])
    if (conversation === undefined) return
    const members = await deps.store.contacts(id, mostRead)
    if (members.every(({ stream }) => stream === conversation.anchor)) return
    const streams = [conversation.anchor, ...members.map(({ stream }) => stream)]
    const customers = await customersOfStreams(identity.readPointers, streams)
    const customerOf = (stream: string): string => customers.get(stream) ?? stream
    const home = customerOf(conversation.anchor)
    const stranger = members.map(({ stream }) => customerOf(stream)).find(other => other !== home)
    if (stranger === undefined) return
    const contents = await readContents(deps, members)
    const leaving = contents.filter(({ entry }) => customerOf(entry.place.stream) === stranger)
    await letLeave(deps, { conversation, contents }, leaving.slice(0, mostMoved))
  }
  throw new RetryLater('contacts of several customers are still in one conversation')
}

async function letLeave(
  deps: RegroupDeps,
  was: { conversation: Conversation; contents: Content[] },
  leaving: Content[],
): Promise<void> {
  const into = await earlierSplit(deps, was.conversation, leaving)
  const { write, from, to } = await moveOut(deps, was, leaving, into)
  const cause = { actor: itself, at: deps.now() }
  const reason = 'they are another customer’s contacts'
  const events = [
    ...eventsOf(from, [{ change: 'split', to: to.id, reason }], cause),
    ...(into ? [] : eventsOf(to, [{ change: 'split', from: from.id, reason }], cause)),
  ]
  const matters = into || !isUnresolved(to) ? [] : await rememberedBy(deps, to)
  await deps.store.commit({ ...write, events, matters })
}

/** A conversation that an earlier pass, or an earlier unmerge, made for the same people out of the same one. */
async function earlierSplit(deps: RegroupDeps, was: Conversation, leaving: Content[]) {
  const streams = [...new Set(leaving.map(({ entry }) => entry.place.stream))]
  const ids = (await Promise.all(streams.map(stream => deps.store.anchored(stream, mostConversations)))).flat()
  const known = await deps.store.read(ids)
  const found = known.find(({ splitFrom, joinedInto }) => splitFrom === was.id && joinedInto === undefined)
  if (found === undefined) return undefined
  return { conversation: found, contents: await readContents(deps, await deps.store.contacts(found.id, mostRead)) }
}

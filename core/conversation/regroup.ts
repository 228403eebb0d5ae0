import type { Identifier } from '../contact/identifier.ts'
import { identifierName } from '../contact/identifier.ts'
import { streamIdentifier } from '../identity/member.ts'
import { readCustomer } from '../identity/read-customer.ts'
import type { IdentityStore } from '../identity/store.ts'
import { RetryLater } from '../record/outcome.ts'
import { type Conversation, isUnresolved } from './conversation.ts'
import { type ConversationDeps, itself } from './deps.ts'
import { eventsOf } from './events.ts'
import { type Matters, withMatter } from './matters.ts'
import { type Content, mostMoved, mostRead, moveOut, readContents } from './move-contacts.ts'

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
    const customerOf = await customersOf(identity, [conversation.anchor, ...members.map(({ stream }) => stream)])
    const home = customerOf.get(conversation.anchor)
    const stranger = members.map(({ stream }) => customerOf.get(stream)).find(other => other !== home)
    if (stranger === undefined) return
    const contents = await readContents(deps, members)
    const leaving = contents.filter(({ entry }) => customerOf.get(entry.place.stream) === stranger)
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

/** The stream that a new conversation is anchored at remembers it as one that contacts may join. */
export async function rememberedBy({ store }: ConversationDeps, { anchor, id }: Conversation) {
  const { matters } = await store.readMatters([anchor], [])
  const here: Matters | undefined = matters.get(anchor)
  return [
    {
      stream: anchor,
      next: { open: withMatter(here?.open ?? [], id), stated: here?.stated ?? [] },
      was: here?.version,
    },
  ]
}

/** The customer of each stream, as the pointers have it; a stream that nobody decided about is on its own. */
export async function customersOf(store: IdentityStore, streams: string[]): Promise<Map<string, string>> {
  const identifiers = new Map<string, Identifier>()
  for (const stream of streams) identifiers.set(identifierName(streamIdentifier(stream)), streamIdentifier(stream))
  const pointers = await store.readPointers([...identifiers.values()])
  const byName = new Map(pointers.map(({ identifier, customer }) => [identifierName(identifier), customer]))
  return new Map(streams.map(stream => [stream, byName.get(identifierName(streamIdentifier(stream))) ?? stream]))
}

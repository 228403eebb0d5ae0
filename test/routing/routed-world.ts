import { peopleStore } from '../../adapters/dynamodb/people-store.ts'
import { routingStore } from '../../adapters/dynamodb/routing-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { act } from '../../core/conversation/act.ts'
import type { Conversation } from '../../core/conversation/conversation.ts'
import type { Agent } from '../../core/people/agent.ts'
import { knownCustomer } from '../../core/routing/customer.ts'
import type { RoutingDeps } from '../../core/routing/deps.ts'
import { followRouting } from '../../core/routing/follow-routing.ts'
import { route } from '../../core/routing/route.ts'
import type { RoutingRule } from '../../core/routing/rule.ts'
import { makeWorld } from '../conversation/world.ts'
import { agentNamed } from './company.ts'

/** A company that takes in contacts, brings them into conversations and gives these to people. */
export function makeRoutedWorld(table?: Table, pause?: () => Promise<void>) {
  const world = makeWorld(table, pause)
  const { store } = world.deps
  const people = peopleStore(world.table)
  const deps: RoutingDeps = {
    ...{ store, terms: world.deps.terms, now: world.deps.now, pause: world.deps.pause, timeline: world.timeline },
    routing: routingStore(world.table),
    customer: async conversation => knownCustomer(store, world.identity.store, conversation),
  }
  const employ = (...ids: string[]) => Promise.all(ids.map(id => put(id, {})))
  const put = (id: string, differing: Partial<Agent>) =>
    people.agents.change(id, known => ({ ...agentNamed(id), ...known, ...differing }))
  const rules = (...all: RoutingRule[]) => Promise.all(all.map(deps.routing.rules.write))

  /** A contact comes in, and is routed. */
  const receive = async (contact: Contact): Promise<Conversation> => {
    const conversation = await world.receive(contact)
    if (conversation === undefined) throw new Error('the contact opened nothing')
    await follow(conversation.id)
    return read(conversation.id)
  }
  /** What changed of a conversation is told: it is counted and routed. */
  const follow = async (id: string): Promise<void> => {
    await store.count(id)
    await followRouting(deps, { v: 1, type: 'conversation', id })
    await store.count(id)
  }
  const read = async (id: string): Promise<Conversation> => {
    const [found] = await store.read([id])
    if (found === undefined) throw new Error('there is no such conversation')
    return found
  }
  const doAs = async (actor: string, id: string, action: Parameters<typeof act>[2]): Promise<Conversation> => {
    await act(world.deps, id, action, { actor })
    await follow(id)
    return read(id)
  }
  const staffChanged = (what: 'agents' | 'rules' = 'agents') => followRouting(deps, { v: 1, type: 'staff', what })
  const loads = async () => Object.fromEntries((await deps.routing.seats()).map(({ agent, load }) => [agent.id, load]))

  return {
    ...world,
    routing: deps,
    route: (id: string) => route(deps, id),
    employ,
    put,
    rules,
    receive,
    follow,
    read,
    doAs,
    staffChanged,
    loads,
  }
}

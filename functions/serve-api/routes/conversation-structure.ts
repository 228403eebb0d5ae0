import {
  conversationParams,
  joinInputSchema,
  restructuredSchema,
  showConversation,
  splitInputSchema,
  undoInputSchema,
} from '../../../core/api/conversation.ts'
import { Problem } from '../../../core/api/problem.ts'
import { join, type Restructured, restructureRefusals, split, undo } from '../../../core/conversation/restructure.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { actingAs, conversationRoles, customerOf, requireConversation } from '../conversation-access.ts'

const common = {
  method: 'POST',
  roles: conversationRoles,
  params: conversationParams,
  query: nothing,
  answer: restructuredSchema,
} as const

/** Splitting and joining, and taking either back. */
export const conversationStructureRoutes = (deps: ApiDependencies): Route[] => [
  route({
    ...common,
    path: '/v1/conversations/{id}/split',
    summary: 'Take contacts out into a conversation of their own; undo takes it back',
    body: splitInputSchema,
    handle: async ({ params, body, actor }) =>
      show(deps, await split(deps.conversations, params.id, body.contacts, actingAs(actor, body.reason))),
  }),
  route({
    ...common,
    path: '/v1/conversations/{id}/join',
    summary: 'Make another conversation of the same customer part of this one; undo takes it back',
    body: joinInputSchema,
    handle: async ({ params, body, actor }) => {
      await requireOneCustomer(deps, params.id, body.with)
      return show(deps, await join(deps.conversations, params.id, body.with, actingAs(actor, body.reason)))
    },
  }),
  route({
    ...common,
    path: '/v1/conversations/{id}/undo',
    summary: 'Take the last split or join of this conversation back',
    body: undoInputSchema,
    handle: async ({ params, body, actor }) =>
      show(deps, await undo(deps.conversations, params.id, actingAs(actor, body.reason))),
  }),
]

async function requireOneCustomer(deps: ApiDependencies, id: string, other: string): Promise<void> {
  const both = await Promise.all([requireConversation(deps, id), requireConversation(deps, other)])
  const [mine, theirs] = await Promise.all(both.map(conversation => customerOf(deps, conversation)))
  if (mine === theirs && mine !== undefined) return
  throw new Problem('conflict', 'The two are of different customers: merge the customers first, if they are one.')
}

async function show(deps: ApiDependencies, done: Restructured) {
  if ('refused' in done) {
    throw new Problem(done.refused === 'not-found' ? 'not-found' : 'conflict', restructureRefusals[done.refused])
  }
  const customer = await customerOf(deps, done.conversation)
  return {
    conversation: showConversation(done.conversation, customer),
    other: showConversation(done.other, customer),
  }
}

import type * as z from 'zod'
import {
  conversationPageSchema,
  conversationParams,
  conversationQuerySchema,
  countsSchema,
  queueQuerySchema,
  queueSchema,
  rowPositionSchema,
  shownRowSchema,
  showRow,
} from '../../../core/api/conversation.ts'
import { pageSchema } from '../../../core/api/page.ts'
import { type Actor, seesPersonalData } from '../../../core/api/role.ts'
import { positionSchema, showEntry } from '../../../core/api/timeline.ts'
import { conversationsOf } from '../../../core/conversation/of-customer.ts'
import { type QueueQuery, readQueue } from '../../../core/conversation/queue.ts'
import { readConversation } from '../../../core/conversation/read-conversation.ts'
import { rowOf } from '../../../core/conversation/row.ts'
import { readCursor, writeCursor } from '../../kit/http/cursor.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import {
  auditConversation,
  conversationRoles,
  customersOf,
  ownerOf,
  requireConversation,
} from '../conversation-access.ts'
import { auditRead, requireCustomer } from '../customer-access.ts'
import { customerParams } from './customers.ts'
import { shownWithHandover } from './hand-over.ts'

/** Queues, their counts, and conversations. */
export const conversationRoutes = (deps: ApiDependencies): Route[] => [
  queueRoute(deps),
  countsRoute(deps),
  conversationRoute(deps),
  customerConversationsRoute(deps),
]

const queueRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'GET',
    path: '/v1/conversations',
    roles: conversationRoles,
    summary: 'A queue: conversations of a status, what is due first first; an index may lag by moments',
    params: nothing,
    query: queueQuerySchema,
    body: nothing,
    answer: queueSchema,
    handle: async ({ query, actor }) => {
      const after = readCursor(rowPositionSchema, query.cursor)
      const page = await readQueue(deps.conversations.store, queueQuery(query, actor, deps.now()), query.limit, after)
      const owners = await customersOf(deps, page.rows)
      const items = page.rows.map(row => showRow(row, seesPersonalData(actor), owners.get(row.anchor)))
      return { items, ...(page.next && { cursor: writeCursor(page.next) }) }
    },
  })

function queueQuery(asked: z.output<typeof queueQuerySchema>, { subject }: Actor, now: string): QueueQuery {
  const { limit: _limit, cursor: _cursor, assignee, team, dueWithin, ...rest } = asked
  const person = assignee === 'me' ? subject : assignee
  return {
    ...rest,
    ...(person !== undefined && { assignee: person === 'none' ? null : person }),
    ...(team !== undefined && { team: team === 'none' ? null : team }),
    ...(dueWithin !== undefined && { dueBy: new Date(Date.parse(now) + dueWithin * 60_000).toISOString() }),
  }
}

const countsRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'GET',
    path: '/v1/conversations/counts',
    roles: conversationRoles,
    summary: 'How many conversations each queue holds, by `status` and `status team:<id>`, `assignee:`, `channel:`',
    params: nothing,
    query: nothing,
    body: nothing,
    answer: countsSchema,
    handle: async () => ({ counts: await deps.conversations.store.counts() }),
  })

const conversationRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'GET',
    path: '/v1/conversations/{id}',
    roles: conversationRoles,
    summary: 'A conversation with its contacts, notes and changes, newest first',
    params: conversationParams,
    query: conversationQuerySchema,
    body: nothing,
    answer: conversationPageSchema,
    handle: async ({ params, query, actor }) => {
      const before = readCursor(positionSchema, query.cursor)
      const conversation = await requireConversation(deps, params.id)
      const owner = ownerOf(deps, conversation)
      const reading = {
        ...{ store: deps.conversations.store, timeline: deps.timeline },
        members: async () => (await owner).members,
      }
      const [page, shown] = await Promise.all([
        readConversation(reading, conversation, query.limit, before),
        owner.then(({ customer }) => shownWithHandover(deps, conversation, customer)),
        owner.then(({ customer }) => auditConversation(deps, actor, customer, conversation.id)),
      ])
      return {
        conversation: shown,
        entries: page.entries.map(item => showEntry(item, seesPersonalData(actor))),
        ...(page.next && { cursor: writeCursor(page.next) }),
      }
    },
  })

const customerConversationsRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'GET',
    path: '/v1/customers/{id}/conversations',
    roles: conversationRoles,
    summary: 'The matters of a customer, newest contact first: at most a hundred',
    params: customerParams,
    query: nothing,
    body: nothing,
    answer: pageSchema(shownRowSchema).meta({ id: 'CustomerConversations' }),
    handle: async ({ params, actor }) => {
      const { id, members } = await requireCustomer(deps, params.id)
      const [found] = await Promise.all([
        conversationsOf(
          deps.conversations.store,
          members.map(({ stream }) => stream),
        ),
        auditRead(deps, actor, 'conversation', [id]),
      ])
      const rows = found.slice(0, 100).flatMap(conversation => rowOf(conversation) ?? [])
      return { items: rows.map(row => showRow(row, seesPersonalData(actor), id)) }
    },
  })

import type * as z from 'zod'
import {
  assignInputSchema,
  conversationParams,
  languageInputSchema,
  noteInputSchema,
  noteSchema,
  priorityInputSchema,
  showConversation,
  shownConversationSchema,
  statusInputSchema,
  tagsInputSchema,
} from '../../../core/api/conversation.ts'
import { Problem } from '../../../core/api/problem.ts'
import { type Actor, actorName } from '../../../core/api/role.ts'
import { type Action, act } from '../../../core/conversation/act.ts'
import { nothingWritten } from '../../../core/conversation/store.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { actingAs, conversationRoles, customerOf, requireConversation } from '../conversation-access.ts'

/** What people do to a conversation. Each act leaves an entry on the timeline. */
export const conversationActRoutes = (deps: ApiDependencies): Route[] => [
  noteRoute(deps),
  actRoute(
    deps,
    'status',
    'Set the status; resolving ends all clocks',
    statusInputSchema,
    ({ reason: _, ...input }) => ({
      do: 'status',
      ...input,
    }),
  ),
  actRoute(deps, 'assign', 'Give it to a person or a team', assignInputSchema, ({ reason: _, ...input }) => ({
    do: 'assign',
    ...input,
  })),
  actRoute(deps, 'tags', 'Add and remove tags', tagsInputSchema, input => ({ do: 'tags', ...input })),
  actRoute(deps, 'priority', 'Set the priority', priorityInputSchema, ({ priority }) => ({ do: 'priority', priority })),
  actRoute(deps, 'language', 'Set the language', languageInputSchema, ({ language }) => ({ do: 'language', language })),
]

function actRoute<Body extends z.ZodObject>(
  deps: ApiDependencies,
  name: string,
  summary: string,
  body: Body,
  actionOf: (input: z.output<Body>) => Action,
): Route {
  return route({
    method: 'POST',
    path: `/v1/conversations/{id}/${name}`,
    roles: conversationRoles,
    summary,
    params: conversationParams,
    query: nothing,
    body,
    answer: shownConversationSchema,
    handle: ({ params, body: input, actor }) => carryOut(deps, params.id, actionOf(input), actor, reasonOf(input)),
  })
}

async function carryOut(deps: ApiDependencies, id: string, action: Action, actor: Actor, reason: string | undefined) {
  if (action.do === 'assign') await requireTheyExist(deps, action)
  const acted = await act(deps.conversations, id, action, actingAs(actor, reason))
  if (acted === undefined) throw new Problem('not-found', 'No conversation has this id.')
  return showConversation(acted.conversation, await customerOf(deps, acted.conversation))
}

async function requireTheyExist({ people }: ApiDependencies, { assignee, team }: Extract<Action, { do: 'assign' }>) {
  const [agent, found] = await Promise.all([
    assignee ? people.agents.read(assignee) : undefined,
    team ? people.teams.read(team) : undefined,
  ])
  const errors = [
    ...(assignee && agent === undefined
      ? [{ field: 'body.assignee', message: 'is no agent: see GET /v1/agents' }]
      : []),
    ...(team && found === undefined ? [{ field: 'body.team', message: 'is no team: see GET /v1/teams' }] : []),
  ]
  if (errors.length > 0) throw new Problem('invalid-request', undefined, { errors })
}

const noteRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'POST',
    path: '/v1/conversations/{id}/note',
    roles: conversationRoles,
    summary: 'Leave a note for colleagues; the customer never sees it',
    params: conversationParams,
    query: nothing,
    body: noteInputSchema,
    answer: noteSchema,
    status: 201,
    handle: async ({ params, body, actor }) => {
      const { id, anchor } = await requireConversation(deps, params.id)
      const [at, entryId] = [deps.now(), deps.newId()]
      const event = { v: 1, type: 'note', at, actor: actorName(actor), conversation: id, ...body } as const
      const entry = { type: 'event', entryId, place: { stream: anchor, sortAt: at }, event } as const
      await deps.conversations.store.commit({ ...nothingWritten, events: [entry] })
      return { id: entryId, at }
    },
  })

const reasonOf = (input: { reason?: unknown }): string | undefined =>
  typeof input.reason === 'string' ? input.reason : undefined

import type * as z from 'zod'
import { conversationParams, showConversation, shownConversationSchema } from '../../../core/api/conversation.ts'
import { handOverInputSchema } from '../../../core/api/hand-over.ts'
import { Problem } from '../../../core/api/problem.ts'
import { type Actor, actorName } from '../../../core/api/role.ts'
import { composeBrief } from '../../../core/brief/compose.ts'
import { act } from '../../../core/conversation/act.ts'
import type { Conversation } from '../../../core/conversation/conversation.ts'
import { type HandoverLine, handoverLines } from '../../../core/handover/lines.ts'
import { readHandover } from '../../../core/handover/read-handover.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { conversationRoles, customerOf, requireConversation } from '../conversation-access.ts'
import { auditRead, requireCustomer } from '../customer-access.ts'
import { readBriefInput } from '../read-brief.ts'

/** Giving a conversation to a colleague or a team, who see why, and what is known. */
export const handOverRoutes = (deps: ApiDependencies): Route[] => [
  route({
    method: 'POST',
    path: '/v1/conversations/{id}/hand-over',
    roles: conversationRoles,
    summary: 'Give it to a person or a team with a reason; the brief of this moment goes along',
    params: conversationParams,
    query: nothing,
    body: handOverInputSchema,
    answer: shownConversationSchema,
    handle: async ({ params, body, actor }) => {
      const { to, ...said } = body
      const [conversation] = await Promise.all([requireConversation(deps, params.id), requireReceiver(deps, to)])
      const customer = await customerOf(deps, conversation)
      const lines = customer === undefined ? [] : await knownOf(deps, actor, customer)
      const by = actorName(actor)
      const receiver = 'agent' in to ? { assignee: to.agent } : to
      const action = { do: 'hand-over', to: receiver, by, ...said, lines } as const
      const acted = await act(deps.conversations, conversation.id, action, { actor: by })
      if (acted === undefined) throw new Problem('not-found', 'No conversation has this id.')
      return shownWithHandover(deps, acted.conversation, customer)
    },
  }),
]

async function requireReceiver(
  { people }: ApiDependencies,
  to: z.output<typeof handOverInputSchema>['to'],
): Promise<void> {
  if ('agent' in to) {
    const agent = await people.agents.read(to.agent)
    if (agent?.active !== true) throw noReceiver('body.to.agent', 'is no agent who works here: see GET /v1/agents')
  } else if ((await people.teams.read(to.team)) === undefined) {
    throw noReceiver('body.to.team', 'is no team: see GET /v1/teams')
  }
}

const noReceiver = (field: string, message: string): Problem =>
  new Problem('invalid-request', undefined, { errors: [{ field, message }] })

/** The brief, as it is composed: words of a model would be others at each look. */
async function knownOf(deps: ApiDependencies, actor: Actor, customer: string): Promise<HandoverLine[]> {
  const record = await requireCustomer(deps, customer)
  const [input] = await Promise.all([readBriefInput(deps, record), auditRead(deps, actor, 'brief', [record.id])])
  return handoverLines(composeBrief(input))
}

/** A conversation with what the last hand-over told. */
export async function shownWithHandover(
  { timeline }: ApiDependencies,
  conversation: Conversation,
  customer: string | undefined,
) {
  const handover = await readHandover(timeline, conversation)
  return { ...showConversation(conversation, customer), ...(handover && { handover }) }
}

import type * as z from 'zod'
import { callbackInputSchema } from '../../../core/api/callback.ts'
import { conversationParams, showConversation, shownConversationSchema } from '../../../core/api/conversation.ts'
import { Problem } from '../../../core/api/problem.ts'
import { type Actor, actorName } from '../../../core/api/role.ts'
import { callbackOf } from '../../../core/callback/ask-callback.ts'
import { callNumber } from '../../../core/callback/number.ts'
import { viewContact } from '../../../core/contact/view.ts'
import { type Action, act } from '../../../core/conversation/act.ts'
import type { Conversation } from '../../../core/conversation/conversation.ts'
import { defaultSource } from '../../../core/source/source.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { actingAs, conversationRoles, customerOf, requireConversation } from '../conversation-access.ts'

/** A call that was promised for a time. */
export const callbackRoutes = (deps: ApiDependencies): Route[] => [
  route({
    method: 'POST',
    path: '/v1/conversations/{id}/callback',
    roles: conversationRoles,
    summary: 'Call the customer at a time: it sleeps until then, and comes first; done by the call, or by saying so',
    params: conversationParams,
    query: nothing,
    body: callbackInputSchema,
    answer: shownConversationSchema,
    handle: async ({ params, body, actor }) => {
      const conversation = await requireConversation(deps, params.id)
      const action = await actionOf(deps, conversation, body, actor)
      const acted = await act(deps.conversations, conversation.id, action, actingAs(actor))
      if (acted === undefined) throw new Problem('not-found', 'No conversation has this id.')
      return showConversation(acted.conversation, await customerOf(deps, acted.conversation))
    },
  }),
]

type Asked = z.output<typeof callbackInputSchema>

async function actionOf(
  deps: ApiDependencies,
  conversation: Conversation,
  asked: Asked,
  actor: Actor,
): Promise<Action> {
  const { at, number, note } = asked
  if (at === undefined || number === undefined) return doneOf(conversation)
  const setAt = deps.now()
  if (at <= setAt) throw wrong('body.at', 'is over: name a time to come')
  const called = callNumber(number, await regionOf(deps, conversation))
  if (called === undefined)
    throw wrong('body.number', 'is no number that can be called: write it with its country code')
  const { hours } = await deps.conversations.terms(conversation)
  const { timeZone } = hours
  return { do: 'callback', callback: callbackOf({ ...called, at, timeZone, by: actorName(actor), setAt, note }) }
}

function doneOf({ callback }: Conversation): Action {
  if (callback === undefined) throw new Problem('conflict', 'No call is to be made here: give at and number for one.')
  return { do: 'callback-done' }
}

const wrong = (field: string, message: string): Problem =>
  new Problem('invalid-request', undefined, { errors: [{ field, message }] })

/** Where the source of the latest contact, or the default that stands in for it, takes numbers to be of. */
async function regionOf({ conversations, timeline, replying }: ApiDependencies, { id }: Conversation): Promise<string> {
  const members = await conversations.store.contacts(id, 1)
  const [latest] = await timeline.readContacts(
    members.map(({ contactId, stream, sortAt }) => ({ contactId, place: { stream, sortAt } })),
  )
  if (latest === undefined) return defaultSource('any', 'phone').defaultRegion
  return (await replying.readSource(viewContact(latest.state).source)).defaultRegion
}

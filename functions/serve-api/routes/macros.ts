import type * as z from 'zod'
import {
  conversationMacroParams,
  macroInputSchema,
  macroParams,
  macrosSchema,
  previewInputSchema,
  renderedMacroSchema,
  shownMacroSchema,
} from '../../../core/api/macro.ts'
import { type FieldError, Problem } from '../../../core/api/problem.ts'
import type { Actor } from '../../../core/api/role.ts'
import { chooseVariant } from '../../../core/macro/choose-variant.ts'
import type { Macro } from '../../../core/macro/macro.ts'
import { renderMacro } from '../../../core/macro/render.ts'
import { macroValues } from '../../../core/macro/values.ts'
import { confirmedWith } from '../../../core/reply/checks/confirmed.ts'
import { readSituation, type Situation, saidIn } from '../../../core/reply/situation.ts'
import type { ContactEntry } from '../../../core/timeline/entry.ts'
import { listQuerySchema, pageOf, requireFound } from '../../kit/http/configured.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { auditConversation, conversationRoles } from '../conversation-access.ts'

/** Answers that are used again and again. */
export const macroRoutes = (deps: ApiDependencies): Route[] => [listRoute(deps), putRoute(deps), previewRoute(deps)]

const listRoute = ({ macros }: ApiDependencies): Route =>
  route({
    method: 'GET',
    path: '/v1/macros',
    roles: ['agent', 'social', 'operator', 'admin'],
    summary: 'The macros, with all their variants',
    params: nothing,
    query: listQuerySchema,
    body: nothing,
    answer: macrosSchema,
    handle: ({ query }) => pageOf(macros, query),
  })

const putRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'PUT',
    path: '/v1/macros/{id}',
    roles: ['operator', 'admin'],
    summary: 'Configure a macro; a variable that is not known is refused, with those that are',
    params: macroParams,
    query: nothing,
    body: macroInputSchema,
    answer: shownMacroSchema,
    handle: async ({ params: { id }, body }) => {
      await requireReferences(deps, body)
      const macro: Macro = { ...body, v: 1, id }
      await deps.macros.write(macro)
      return macro
    },
  })

/** Throws `Problem` where a macro names a team or an agent who is not there. */
async function requireReferences(
  { people }: ApiDependencies,
  { teams = [], actions }: z.output<typeof macroInputSchema>,
) {
  const { assignee, team } = actions?.assign ?? {}
  const named = [
    ...teams.map((id, at) => ({ field: `body.teams.${at}`, id })),
    ...(team ? [{ field: 'body.actions.assign.team', id: team }] : []),
  ]
  const [found, agent] = await Promise.all([
    Promise.all(named.map(({ id }) => people.teams.read(id))),
    assignee ? people.agents.read(assignee) : undefined,
  ])
  const errors: FieldError[] = named.flatMap(({ field }, at) =>
    found[at] === undefined ? [{ field, message: 'is no id of a team: configure it first' }] : [],
  )
  if (assignee && agent === undefined)
    errors.push({ field: 'body.actions.assign.assignee', message: 'is no agent: see GET /v1/agents' })
  if (errors.length > 0) throw new Problem('invalid-request', undefined, { errors })
}

const previewRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'POST',
    path: '/v1/conversations/{id}/macros/{macro}',
    roles: conversationRoles,
    summary: 'What a macro would say here; nothing is sent and nothing is done',
    params: conversationMacroParams,
    query: nothing,
    body: previewInputSchema,
    answer: renderedMacroSchema,
    handle: async ({ params, body, actor }) => {
      const [found, situation] = await Promise.all([
        deps.macros.read(params.macro),
        readSituation(deps.replying, params.id),
      ])
      const macro = requireFound(found, 'macro')
      if (situation === undefined) throw new Problem('not-found', 'No conversation has this id.')
      requireUsable(macro, situation)
      await auditConversation(deps, actor, situation.customer?.id, situation.conversation.id)
      return preview(deps, macro, situation, body, actor)
    },
  })

function requireUsable({ active, brand }: Macro, { conversation }: Situation): void {
  if (!active) throw new Problem('conflict', 'This macro is out of use.')
  if (brand !== undefined && brand !== conversation.brand)
    throw new Problem('conflict', 'This macro is of another brand than the conversation.')
}

async function preview(
  { people }: ApiDependencies,
  macro: Macro,
  situation: Situation,
  { language, channel }: z.output<typeof previewInputSchema>,
  actor: Actor,
): Promise<z.input<typeof renderedMacroSchema>> {
  const { conversation, items, customer } = situation
  const wanted = { language: language ?? conversation.language, channel: channel ?? conversation.channel }
  const variant = chooseVariant(macro, wanted)
  if (variant === undefined) throw new Problem('conflict', 'This macro has no variant for the channel.')
  const agent = await people.agents.read(actor.subject)
  const members = customer?.members ?? []
  const values = macroValues({
    agentName: agent?.name ?? actor.name,
    conversation,
    entries: items.flatMap(({ entry }): ContactEntry[] => (entry.type === 'contact' ? [entry] : [])),
    streams: [conversation.anchor, ...members.map(({ stream }) => stream)],
    confirmed: confirmedWith(members, answeredStream(situation)),
    language: variant.language,
  })
  const rendered = requireFound(renderMacro({ variants: [variant] }, { ...wanted, values }), 'variant')
  return { macro: macro.id, ...rendered, actions: macro.actions }
}

/** Where an answer goes when nothing else is said: to whoever wrote last in the conversation. */
function answeredStream(situation: Situation): string {
  const { id, joined, anchor } = situation.conversation
  const last = saidIn(situation).find(
    ({ contact, conversation }) => contact.direction === 'inbound' && [id, ...joined].includes(conversation ?? ''),
  )
  return last?.stream ?? anchor
}

import * as z from 'zod'
import {
  logPositionSchema,
  logQuerySchema,
  logSchema,
  mostPreviewed,
  previewInputSchema,
  previewSchema,
  ruleIdSchema,
  ruleInputSchema,
  rulesSchema,
  showFiring,
  shownRuleSchema,
  showRule,
} from '../../../core/api/automation.ts'
import { previewRule } from '../../../core/automation/preview.ts'
import type { Rule } from '../../../core/automation/rule.ts'
import { listQuerySchema, pageOf } from '../../kit/http/configured.ts'
import { readCursor, writeCursor } from '../../kit/http/cursor.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { requireActionReferences } from '../rule-action-references.ts'

const roles = ['operator', 'admin'] as const
const params = z.object({ id: ruleIdSchema })

/** The rules of automation, what they did, and what they would have done. */
export const automationRoutes = (deps: ApiDependencies): Route[] => [
  route({
    method: 'GET',
    path: '/v1/automations',
    roles,
    summary: 'The rules of automation, in the order in which they are asked',
    params: nothing,
    query: listQuerySchema,
    body: nothing,
    answer: rulesSchema,
    handle: async ({ query }) => pageOf(deps.automation.rules, query),
  }),
  route({
    method: 'PUT',
    path: '/v1/automations/{id}',
    roles,
    summary: 'Configure a rule of automation; what happened before does not set it off',
    params,
    query: nothing,
    body: ruleInputSchema,
    answer: shownRuleSchema,
    handle: async ({ params: { id }, body }) => {
      await requireActionReferences(deps, body.actions)
      const rule: Rule = { ...body, v: 1, id, since: deps.now() }
      await deps.automation.rules.write(rule)
      return showRule(rule)
    },
  }),
  logRoute(deps),
  previewRoute(deps),
]

const logRoute = ({ automation }: ApiDependencies): Route =>
  route({
    method: 'GET',
    path: '/v1/automations/{id}/log',
    roles,
    summary:
      'Each firing of a rule of the last ninety days, newest first: on what, what was done, what was stopped, why',
    params,
    query: logQuerySchema,
    body: nothing,
    answer: logSchema,
    handle: async ({ params: { id }, query: { limit, cursor } }) => {
      const found = await automation.store.log(id, limit + 1, readCursor(logPositionSchema, cursor))
      const items = found.slice(0, limit)
      const last = items.at(-1)
      const more = found.length > limit && last
      return { items: items.map(showFiring), ...(more && { cursor: writeCursor({ at: last.at, id: last.id }) }) }
    },
  })

const previewRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'POST',
    path: '/v1/automations/preview',
    roles,
    summary: 'What a rule would have done on past conversations, guards included; nothing is done',
    params: nothing,
    query: nothing,
    body: previewInputSchema,
    answer: previewSchema,
    handle: async ({ body: { rule, ...looking } }) => {
      await requireActionReferences(deps, rule.actions)
      const tried: Rule = { ...rule, v: 1, id: 'preview', active: true, since: deps.now() }
      const { store, terms, now } = deps.conversations
      const reading = { store, terms, now, timeline: deps.timeline, recent: deps.routing.recent }
      const { looked, firings } = await previewRule(reading, tried, looking)
      const stopped = firings.filter(firing => firing.stopped !== undefined).length
      const items = firings.slice(0, mostPreviewed).map(showFiring)
      return { looked, fired: firings.length - stopped, stopped, items }
    },
  })

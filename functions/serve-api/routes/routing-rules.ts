import * as z from 'zod'
import { Problem } from '../../../core/api/problem.ts'
import {
  previewInputSchema,
  previewSchema,
  routingRuleIdSchema,
  routingRuleInputSchema,
  routingRulesSchema,
  shownRoutingRuleSchema,
} from '../../../core/api/routing-rule.ts'
import { readPast } from '../../../core/routing/past.ts'
import { preview } from '../../../core/routing/preview.ts'
import { inTheirOrder, mostRules, type RoutingRule } from '../../../core/routing/rule.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { requireRuleReferences } from '../rule-references.ts'

const roles = ['operator', 'admin'] as const

/** The rules by which conversations are given to people. */
export const routingRuleRoutes = (deps: ApiDependencies): Route[] => [
  route({
    method: 'GET',
    path: '/v1/routing-rules',
    roles,
    summary: 'The rules of routing, in the order in which they are tried: the first that applies decides',
    params: nothing,
    query: nothing,
    body: nothing,
    answer: routingRulesSchema,
    handle: async () => ({ items: inTheirOrder(await deps.routing.rules.list(mostRules)) }),
  }),
  route({
    method: 'PUT',
    path: '/v1/routing-rules/{id}',
    roles,
    summary: 'Configure a rule of routing, and switch it on or off',
    params: z.object({ id: routingRuleIdSchema }),
    query: nothing,
    body: routingRuleInputSchema,
    answer: shownRoutingRuleSchema,
    handle: async ({ params: { id }, body }) => {
      const rule: RoutingRule = { ...body, v: 1, id }
      await Promise.all([requireRuleReferences(deps.people, [{ path: 'body', rule }]), requireRoom(deps, id)])
      await deps.routing.rules.write(rule)
      return rule
    },
  }),
  previewRoute(deps),
]

async function requireRoom({ routing: { rules } }: ApiDependencies, id: string): Promise<void> {
  const known = await rules.list(mostRules)
  if (known.length < mostRules || known.some(rule => rule.id === id)) return
  throw new Problem(
    'conflict',
    `There are ${mostRules} rules, which is the most. Change one that is not needed any more.`,
  )
}

const previewRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'POST',
    path: '/v1/routing-rules/preview',
    roles,
    summary: 'What rules would have done with past conversations, beside those in force, as if everybody were online',
    params: nothing,
    query: nothing,
    body: previewInputSchema,
    answer: previewSchema,
    handle: async ({ body: { limit, since, rules: given } }) => {
      const rules = given.map((rule): RoutingRule => ({ ...rule, v: 1 }))
      const paths = rules.map((rule, n) => ({ path: `body.rules.${n}`, rule }))
      const [agents, known] = await Promise.all([
        requireRuleReferences(deps.people, paths),
        deps.routing.rules.list(mostRules),
      ])
      const askFirstTime = [...rules, ...known].some(({ when }) => when.firstTime !== undefined)
      const past = await readPast({ ...deps.conversations, routing: deps.routing }, { limit, since, askFirstTime })
      const { items, ...shares } = preview(past, agents, known, rules)
      return { looked: items.length, differing: items.filter(({ differs }) => differs).length, items, ...shares }
    },
  })

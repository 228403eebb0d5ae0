import * as z from 'zod'
import { asDescription } from '../../kit/described/describe.ts'
import { describedReports } from '../../kit/described/reports.ts'
import { openApi } from '../../kit/http/openapi.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import { once } from '../../kit/once.ts'
import { hookDocuments } from '../hook-documents.ts'
import { webhookPaths, webhookSecurity } from '../webhook-paths.ts'

const info = {
  title: 'Throughline',
  version: '1',
  description:
    'One conversation timeline per customer. Lists are `{items, cursor?}`; errors are problems by RFC 9457; fields and types of entries may be added, none are renamed or dropped.',
}

/** What needs no token: whether the function answers, and the description of everything it and serve-reports answer. */
export function openRoutes(described: readonly Route[]): Route[] {
  const health = route({
    method: 'GET',
    path: '/healthz',
    roles: 'open',
    summary: 'Whether the API answers',
    params: nothing,
    query: nothing,
    body: nothing,
    answer: z.object({ status: z.literal('ok') }),
    handle: async () => ({ status: 'ok' as const }),
  })
  const description: Route = route({
    method: 'GET',
    path: '/openapi.json',
    roles: 'open',
    summary: 'This description',
    params: nothing,
    query: nothing,
    body: nothing,
    answer: z.record(z.string(), z.unknown()),
    handle: async () => document(),
  })
  const own: Route[] = [...described, health, description]
  const all = [...own, ...describedReports.map(asDescription)]
  const document = once(() =>
    openApi(info, all, { paths: webhookPaths, securitySchemes: webhookSecurity, webhooks: hookDocuments }),
  )
  return [health, description]
}

import * as z from 'zod'
import {
  configuredHookSchema,
  deliveriesQuerySchema,
  deliveriesSchema,
  deliveryIdSchema,
  deliveryPositionSchema,
  hookIdSchema,
  hookInputSchema,
  hooksSchema,
  replayedSchema,
  replayInputSchema,
  showDelivery,
  showHook,
  shownDeliverySchema,
} from '../../../core/api/hook.ts'
import { Problem } from '../../../core/api/problem.ts'
import { type Hook, mostHooks } from '../../../core/hooks/hook.ts'
import { hookUrlError } from '../../../core/hooks/hook-url.ts'
import { replay, replayFailed } from '../../../core/hooks/replay.ts'
import { deliveryOf } from '../../../core/hooks/tell.ts'
import { listQuerySchema, pageOf, requireFound } from '../../kit/http/configured.ts'
import { readCursor, writeCursor } from '../../kit/http/cursor.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'

const roles = ['operator', 'admin'] as const
const params = z.object({ id: hookIdSchema })

/** The webhooks of other systems, and what was told them. */
export const hookRoutes = (deps: ApiDependencies): Route[] => [
  listRoute(deps),
  configureRoute(deps),
  deliveriesRoute(deps),
  replayOneRoute(deps),
  replayFailedRoute(deps),
  testRoute(deps),
]

const listRoute = ({ hooks }: ApiDependencies): Route =>
  route({
    method: 'GET',
    path: '/v1/hooks',
    roles,
    summary: 'The webhooks of other systems, and since when they fail',
    params: nothing,
    query: listQuerySchema,
    body: nothing,
    answer: hooksSchema,
    handle: async ({ query }) => {
      const page = await pageOf(hooks.store.hooks, query)
      const shown = page.items.map(async hook => showHook(hook, await hooks.store.failingSince(hook.id)))
      return { ...page, items: await Promise.all(shown) }
    },
  })

const configureRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'PUT',
    path: '/v1/hooks/{id}',
    roles,
    summary: 'Configure a webhook; its secret is shown when it is made. It is told within half a minute',
    params,
    query: nothing,
    body: hookInputSchema,
    answer: configuredHookSchema,
    handle: async ({ params: { id }, body: { newSecret, ...settings } }) => {
      requireUrl(settings.url, deps.hooks.loopback)
      const { store } = deps.hooks
      const [before] = await Promise.all([store.secrets.read(id), requireRoom(deps, id)])
      const secret = newSecret || before === undefined ? deps.hooks.newSecret() : undefined
      if (secret !== undefined) await store.secrets.write({ v: 1, id, secret })
      const hook: Hook = { ...settings, v: 1, id }
      await store.hooks.write(hook)
      await store.noteSuccess(id)
      return { ...showHook(hook, undefined), ...(secret !== undefined && { secret }) }
    },
  })

function requireUrl(url: string, loopback: boolean): void {
  const message = hookUrlError(url, loopback)
  if (message !== undefined)
    throw new Problem('invalid-request', undefined, { errors: [{ field: 'body.url', message }] })
}

async function requireRoom({ hooks: { store } }: ApiDependencies, id: string): Promise<void> {
  const known = await store.hooks.list(mostHooks)
  if (known.length < mostHooks || known.some(hook => hook.id === id)) return
  throw new Problem('conflict', `There are ${mostHooks} webhooks, which is the most. Change one that is not needed.`)
}

const requireHook = async ({ hooks }: ApiDependencies, id: string): Promise<Hook> =>
  requireFound(await hooks.store.hooks.read(id), 'webhook')

/** Throws `Problem` where nothing would be sent. */
async function requireActive(deps: ApiDependencies, id: string): Promise<void> {
  const { active } = await requireHook(deps, id)
  if (!active) throw new Problem('conflict', 'The webhook is switched off. Put it with active: true first.')
}

const deliveriesRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'GET',
    path: '/v1/hooks/{id}/deliveries',
    roles,
    summary: 'What was told a webhook in the last thirty days, newest first: each try with status and duration',
    params,
    query: deliveriesQuerySchema,
    body: nothing,
    answer: deliveriesSchema,
    handle: async ({ params: { id }, query: { limit, cursor } }) => {
      await requireHook(deps, id)
      const before = readCursor(deliveryPositionSchema, cursor)
      const found = await deps.hooks.store.deliveries(id, limit + 1, before)
      const items = found.slice(0, limit)
      const last = items.at(-1)
      const more = found.length > limit && last
      return { items: items.map(showDelivery), ...(more && { cursor: writeCursor({ at: last.at, id: last.id }) }) }
    },
  })

const replayOneRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'POST',
    path: '/v1/hooks/{id}/deliveries/{delivery}/replay',
    roles,
    summary: 'Send a delivery again, by the same id and as things are now',
    params: params.extend({ delivery: deliveryIdSchema }),
    query: nothing,
    body: nothing,
    answer: shownDeliverySchema,
    status: 202,
    handle: async ({ params: { id, delivery } }) => {
      await requireActive(deps, id)
      const known = await deps.hooks.store.read(delivery)
      requireFound(known?.hook === id ? known : undefined, 'delivery of this webhook')
      const again = await replay({ ...deps.hooks, now: deps.now }, delivery)
      return showDelivery(requireFound(again, 'delivery of this webhook'))
    },
  })

const replayFailedRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'POST',
    path: '/v1/hooks/{id}/replay',
    roles,
    summary: 'Send all deliveries again that failed since a time, at most 500 at once',
    params,
    query: nothing,
    body: replayInputSchema,
    answer: replayedSchema,
    status: 202,
    handle: async ({ params: { id }, body: { since } }) => {
      await requireActive(deps, id)
      return replayFailed({ ...deps.hooks, now: deps.now }, id, since)
    },
  })

const testRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'POST',
    path: '/v1/hooks/{id}/test',
    roles,
    summary: 'Tell a webhook hook.test, signed like everything else',
    params,
    query: nothing,
    body: nothing,
    answer: shownDeliverySchema,
    status: 202,
    handle: async ({ params: { id } }) => {
      await requireActive(deps, id)
      const { store, later } = deps.hooks
      const key = deps.newId()
      const delivery = deliveryOf(id, { type: 'hook.test', subject: { id: key }, key }, deps.now())
      await store.create(delivery)
      await later([delivery.id], 0)
      return showDelivery(delivery)
    },
  })

import { roles, seesPersonalData } from '../../../core/api/role.ts'
import { hitsSchema, noticeOf, searchQuerySchema, showHit } from '../../../core/api/search.ts'
import { positionSchema } from '../../../core/api/timeline.ts'
import { search, searchWithin } from '../../../core/search/search.ts'
import { readCursor, writeCursor } from '../../kit/http/cursor.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { auditRead, requireCustomer } from '../customer-access.ts'
import { requireQuery, searchDeps } from '../search-access.ts'

/** Contacts by what is in them. */
export const searchRoutes = (deps: ApiDependencies): Route[] => [
  route({
    method: 'GET',
    path: '/v1/search',
    roles,
    summary: 'Contacts that hold everything typed, newest first; a page may be short although older ones follow',
    params: nothing,
    query: searchQuerySchema,
    body: nothing,
    answer: hitsSchema,
    handle: async ({ query: { q, customer, cursor, limit, channel }, actor }) => {
      const query = requireQuery(q)
      const before = readCursor(positionSchema, cursor)
      const window = { limit, ...(before && { before }), ...(channel !== undefined && { channel }) }
      const page =
        customer === undefined
          ? await search(searchDeps(deps), query, window)
          : await searchWithin(deps.timeline, await requireCustomer(deps, customer), query, window)
      const customers = new Set(page.items.flatMap(found => found.customer ?? []))
      await auditRead(deps, actor, 'search', [...customers])
      const items = page.items.map(found => showHit(found, query, seesPersonalData(actor)))
      return { items, ...noticeOf(query, page), ...(page.next && { cursor: writeCursor(page.next) }) }
    },
  }),
]

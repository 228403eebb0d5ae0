import type * as z from 'zod'
import { Problem } from '../../../core/api/problem.ts'
import { roles } from '../../../core/api/role.ts'
import { positionSchema, showEntry, timelineQuerySchema, timelineSchema } from '../../../core/api/timeline.ts'
import { type Position, positionOf } from '../../../core/timeline/entry.ts'
import {
  readTimeline,
  type TimelineItem,
  type TimelinePage,
  type TimelineQuery,
} from '../../../core/timeline/read-timeline.ts'
import { readCursor, writeCursor } from '../../kit/http/cursor.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { auditRead, requireCustomer } from '../customer-access.ts'
import { sightOf } from '../reveal-access.ts'
import { customerParams } from './customers.ts'

/** All contacts of a customer. */
export const timelineRoutes = (deps: ApiDependencies): Route[] => [
  route({
    method: 'GET',
    path: '/v1/customers/{id}/timeline',
    roles,
    summary: 'The timeline of a customer, newest first',
    params: customerParams,
    query: timelineQuerySchema,
    body: nothing,
    answer: timelineSchema,
    handle: async ({ params, query, actor }) => {
      const { id, members } = await requireCustomer(deps, params.id)
      const asked = await readQuery(deps, query)
      const [page, { sees }] = await Promise.all([
        readPage(deps, members, asked),
        sightOf(deps, actor, id),
        auditRead(deps, actor, 'timeline', [id]),
      ])
      if (query.entry !== undefined && page.items[0]?.entry.entryId !== query.entry) throw notThere()
      const items = page.items.map(item => showEntry(item, sees))
      return asked.after
        ? { items: items.toReversed(), ...cursorsOf(page.items[0], page.next) }
        : { items, ...cursorsOf(page.next, beginsBelow(query, page)) }
    },
  }),
]

const notThere = (): Problem => new Problem('not-found', 'No contact of this customer has this id.')

/** Older entries follow the one, newer ones the other. */
const cursorsOf = (older: Position | TimelineItem | undefined, newer: Position | undefined) => ({
  ...(older && { cursor: writeCursor('entry' in older ? positionOf(older.entry) : older) }),
  ...(newer && { newer: writeCursor(newer) }),
})

type Asked = z.output<typeof timelineQuerySchema>

/** Where a page begins that was not asked for as the newest. */
function beginsBelow({ cursor, entry, until }: Asked, page: TimelinePage) {
  if (cursor === undefined && entry === undefined && until === undefined) return undefined
  const [first] = page.items
  if (first) return positionOf(first.entry)
  return until === undefined ? undefined : { sortAt: until, entryId: lastId }
}

/** No id is greater. */
const lastId = '}'

const refused = (field: string, message: string): Problem =>
  new Problem('invalid-request', undefined, { errors: [{ field: `query.${field}`, message }] })

async function readQuery(deps: ApiDependencies, query: Asked): Promise<TimelineQuery> {
  const { limit, cursor, newer, entry, channel, since, until } = query
  if (since !== undefined && until !== undefined && since > until) throw refused('until', 'must not be before since')
  if ([cursor, newer, entry].filter(one => one !== undefined).length > 1)
    throw refused('newer', 'goes neither with cursor nor with entry')
  const before = entry === undefined ? readCursor(positionSchema, cursor) : await justAbove(deps, entry)
  const after = readCursor(positionSchema, newer)
  return {
    limit,
    ...(before && { before }),
    ...(after && { after }),
    ...(channel !== undefined && { channel }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  }
}

/** The position that is before this contact and nothing else, newest first. No id holds a character before `!`. */
async function justAbove({ timeline }: ApiDependencies, entryId: string): Promise<Position> {
  const place = (await timeline.locate(entryId))?.place
  if (place === undefined) throw notThere()
  return { sortAt: place.sortAt, entryId: `${entryId}!` }
}

/** A cursor from outside of the window leaves nothing to read; the table refuses a range that ends before it begins. */
const readPage: ReadPage = async ({ timeline }, members, asked) => {
  const { before, after, since, until } = asked
  const isOver =
    (before && since !== undefined && before.sortAt < since) || (after && until !== undefined && after.sortAt > until)
  return isOver ? { items: [] } : readTimeline(timeline, members, asked)
}

type ReadPage = (
  deps: ApiDependencies,
  members: Parameters<typeof readTimeline>[1],
  asked: TimelineQuery,
) => ReturnType<typeof readTimeline>

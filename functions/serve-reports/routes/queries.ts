import { Problem } from '../../../core/api/problem.ts'
import { type QueryAnswer, rowsPositionSchema } from '../../../core/api/query.ts'
import { type Actor, actorName, seesPersonalData } from '../../../core/api/role.ts'
import { type AskedQuery, queryLimits } from '../../../core/archive/query.ts'
import { composeQuery } from '../../../core/archive/views.ts'
import { cancelQuery, listQueries, readQuery, startQuery } from '../../kit/described/queries.ts'
import { pageOf } from '../../kit/http/configured.ts'
import { readCursor, writeCursor } from '../../kit/http/cursor.ts'
import { type Route, route } from '../../kit/http/route.ts'
import type { ReportsDependencies } from '../reports-dependencies.ts'

/** Ad hoc questions to the archive. */
export const queryRoutes = (deps: ReportsDependencies): Route[] => [
  route({
    ...startQuery,
    handle: async ({ body: { sql }, actor }) => ({ ...(await start(deps, sql, actor)), state: 'running' as const }),
  }),
  route({ ...listQueries, handle: ({ query }) => pageOf({ list: deps.queries.store.list }, query) }),
  route({
    ...readQuery,
    handle: async ({ params: { id }, query, actor }) => answer(deps, await requireOwn(deps, id, actor), query),
  }),
  route({
    ...cancelQuery,
    handle: async ({ params: { id }, actor }) => {
      const asked = await requireOwn(deps, id, actor)
      await end(deps, asked, 'whoever asked it ended it')
      return { ...asked, state: 'cancelled' as const }
    },
  }),
]

/** Noted before it is asked: what cannot be noted is not asked. */
async function start(deps: ReportsDependencies, sql: string, actor: Actor): Promise<AskedQuery> {
  const masked = !seesPersonalData(actor)
  const composed = composeQuery(sql, masked)
  if ('refusal' in composed) throw refused(composed.refusal)
  const at = deps.now()
  const id = `${Date.parse(at)}-${deps.newId().slice(0, 16)}`
  const asked = { v: 1, id, sql, subject: actor.subject, by: actorName(actor), at, masked, execution: '' } as const
  await deps.queries.store.write(asked)
  const started = await deps.queries.engine.start(composed.sql, id)
  if ('refusal' in started) throw refused(started.refusal)
  await deps.queries.store.write({ ...asked, ...started })
  return { ...asked, ...started }
}

const refused = (message: string): Problem =>
  new Problem('invalid-request', undefined, { errors: [{ field: 'body.sql', message }] })

async function requireOwn({ queries }: ReportsDependencies, id: string, actor: Actor): Promise<AskedQuery> {
  const asked = await queries.store.read(id)
  if (asked === undefined || asked.subject !== actor.subject || asked.execution === '')
    throw new Problem('not-found', 'You have asked no query with this id.')
  if (!asked.masked && !seesPersonalData(actor))
    throw new Problem('not-found', 'You may not see this answer any more; ask again.')
  return asked
}

async function end({ queries }: ReportsDependencies, asked: AskedQuery, ended: string): Promise<void> {
  await queries.store.write({ ...asked, ended })
  await queries.engine.stop(asked.execution)
}

type Wanted = { limit: number; cursor?: string | undefined }

async function answer(deps: ReportsDependencies, asked: AskedQuery, wanted: Wanted): Promise<QueryAnswer> {
  const state = await deps.queries.engine.state(asked.execution)
  switch (state.state) {
    case 'running': {
      if (Date.parse(deps.now()) - Date.parse(asked.at) < 1000 * queryLimits.seconds) return { ...asked, ...state }
      const reason = `it ran for more than ${queryLimits.seconds} seconds: ask for fewer days`
      await end(deps, asked, reason)
      return { ...asked, state: 'cancelled', reason }
    }
    case 'done':
      return { ...asked, ...state, ...(await rowsOf(deps, asked, wanted)) }
    case 'failed':
      return { ...asked, ...state }
    case 'cancelled':
      return { ...asked, ...state, ...(asked.ended !== undefined && { reason: asked.ended }) }
    default:
      return state satisfies never
  }
}

async function rowsOf({ queries }: ReportsDependencies, asked: AskedQuery, { limit, cursor }: Wanted) {
  const { next, seen } = readCursor(rowsPositionSchema, cursor) ?? { next: undefined, seen: 0 }
  const left = Math.max(1, Math.min(limit, queryLimits.rows - seen))
  const page = await queries.engine.rows(asked.execution, left, next)
  const shown = { columns: page.columns, rows: page.rows }
  if (page.next === undefined) return shown
  const position = { next: page.next, seen: seen + page.rows.length }
  return position.seen >= queryLimits.rows
    ? { ...shown, more: true as const }
    : { ...shown, cursor: writeCursor(position) }
}

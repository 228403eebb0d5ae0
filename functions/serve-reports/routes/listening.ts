import { countPlaceSchema } from '../../../core/api/listening.ts'
import { type FieldError, Problem } from '../../../core/api/problem.ts'
import { actorName } from '../../../core/api/role.ts'
import { type MentionCount, type Panel, refusalOfCount } from '../../../core/listening/listening.ts'
import { lockPanel as lock } from '../../../core/listening/lock-panel.ts'
import { keepCounts, listCounts, listPanels, lockPanel } from '../../kit/described/listening.ts'
import { pageOf } from '../../kit/http/configured.ts'
import { readCursor, writeCursor } from '../../kit/http/cursor.ts'
import { type Route, route } from '../../kit/http/route.ts'
import type { ReportsDependencies } from '../reports-dependencies.ts'

/** How often we and our competitors are named. */
export const listeningRoutes = (deps: ReportsDependencies): Route[] => [
  route({ ...listPanels, handle: ({ query }) => pageOf({ list: deps.listening.listPanels }, query) }),
  route({
    ...lockPanel,
    handle: async ({ body, actor }) => {
      const panel: Panel = { ...body, v: 1, lockedAt: deps.now(), lockedBy: actorName(actor) }
      const locked = await lock(deps.listening, panel)
      if (!locked.locked) throw new Problem('conflict', locked.why)
      return (await deps.listening.readPanel(panel.id)) ?? panel
    },
  }),
  listRoute(deps),
  keepRoute(deps),
]

const listRoute = ({ listening }: ReportsDependencies): Route =>
  route({
    ...listCounts,
    handle: async ({ query: { panel, cursor, limit, ...range } }) => {
      const after = readCursor(countPlaceSchema, cursor)
      const found = await listening.counts(panel, { ...range, limit: limit + 1, ...(after && { after }) })
      const items = found.slice(0, limit)
      const last = items.at(-1)
      return {
        items,
        ...(found.length > limit && last && { cursor: writeCursor(countPlaceSchema.strip().parse(last)) }),
      }
    },
  })

const keepRoute = ({ listening, now }: ReportsDependencies): Route =>
  route({
    ...keepCounts,
    handle: async ({ body }) => {
      const panel = await listening.readPanel(body.panel)
      if (panel === undefined) throw wrong([{ field: 'body.panel', message: 'is no panel: announce it first' }])
      const asOf = body.asOf ?? now()
      const counts = body.counts.map((count): MentionCount => ({ ...count, v: 1, panel: panel.id, asOf }))
      requireCounts(panel, counts)
      const kept = await listening.keep(counts)
      const times = (what: (typeof kept)[number]) => kept.filter(one => one === what).length
      return { added: times('added'), corrected: times('corrected'), alreadyThere: times('already there') }
    },
  })

/** All or nothing: a problem names each count that does not belong. */
function requireCounts(panel: Panel, counts: MentionCount[]): void {
  const errors = counts.flatMap((count, at) => {
    const message = refusalOfCount(panel, count)
    return message === undefined ? [] : [{ field: `body.counts.${at}`, message }]
  })
  if (errors.length > 0) throw wrong(errors.slice(0, 20))
}

const wrong = (errors: FieldError[]): Problem => new Problem('invalid-request', undefined, { errors })

import { Problem } from '../../../core/api/problem.ts'
import { actorName } from '../../../core/api/role.ts'
import { keepOutcome, readOutcome } from '../../kit/described/outcomes.ts'
import { type Route, route } from '../../kit/http/route.ts'
import type { ReportsDependencies } from '../reports-dependencies.ts'

/** What came of it. */
export const outcomeRoutes = ({ outcomes, now }: ReportsDependencies): Route[] => [
  route({
    ...keepOutcome,
    handle: async ({ body, actor }) => {
      const outcome = { ...body, v: 1 as const, recordedAt: now(), recordedBy: actorName(actor) }
      return { id: body.id, result: await outcomes.keep(outcome) }
    },
  }),
  route({
    ...readOutcome,
    handle: async ({ params: { id } }) => {
      const found = await outcomes.read(id)
      if (found === undefined) throw new Problem('not-found', 'No outcome has this id.')
      return found
    },
  }),
]

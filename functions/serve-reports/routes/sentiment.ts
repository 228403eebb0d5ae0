import { Problem } from '../../../core/api/problem.ts'
import { correct } from '../../../core/sentiment/correct.ts'
import { correctSentiment, readSentiment } from '../../kit/described/topics.ts'
import { type Route, route } from '../../kit/http/route.ts'
import type { ReportsDependencies } from '../reports-dependencies.ts'

/** How contacts sound, by what that is told, and what people say instead. */
export const sentimentRoutes = (deps: ReportsDependencies): Route[] => [
  route({
    ...readSentiment,
    handle: async () => {
      const head = await deps.sentiments.head()
      return head === undefined ? { learned: false } : { learned: true, ...head }
    },
  }),
  route({
    ...correctSentiment,
    handle: async ({ params, body, actor }) => {
      const correctedAt = deps.now()
      const said = { sentiment: body.sentiment, by: actor.subject, at: correctedAt }
      const found = await correct(deps, params.contact, said)
      if (!found) throw new Problem('not-found', 'There is no such contact, or it was deleted.')
      return { contactId: params.contact, sentiment: body.sentiment, correctedAt }
    },
  }),
]

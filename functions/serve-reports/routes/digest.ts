import { digestOf } from '../../../core/digest/digest.ts'
import { renderDigest } from '../../../core/digest/render.ts'
import { readDigest } from '../../kit/described/digest.ts'
import { type Route, route } from '../../kit/http/route.ts'
import type { ReportsDependencies } from '../reports-dependencies.ts'
import { answered } from './answered.ts'

/** What is mailed, before it is. */
export const digestRoutes = (deps: ReportsDependencies): Route[] => [
  route({
    ...readDigest,
    handle: async ({ query }) => {
      const digest = await answered(() => digestOf(deps, query, deps.now()))
      return { ...renderDigest(digest, query.language), period: digest.period }
    },
  }),
]

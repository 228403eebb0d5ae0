import type { Route } from '../kit/http/route.ts'
import type { ApiDependencies } from './api-dependencies.ts'
import { auditRoutes } from './routes/audit.ts'
import { customerRoutes } from './routes/customers.ts'
import { identityLogRoutes } from './routes/identity-log.ts'
import { importRoutes } from './routes/imports.ts'
import { linkRoutes } from './routes/links.ts'
import { mergeRoutes } from './routes/merges.ts'
import { openRoutes } from './routes/open.ts'
import { setAsideRoutes } from './routes/set-aside.ts'
import { sourceRoutes } from './routes/sources.ts'
import { timelineRoutes } from './routes/timeline.ts'

/** Every route of the API. */
export function apiRoutes(deps: ApiDependencies): Route[] {
  const routes = [
    customerRoutes,
    timelineRoutes,
    linkRoutes,
    mergeRoutes,
    identityLogRoutes,
    auditRoutes,
    sourceRoutes,
    setAsideRoutes,
    importRoutes,
  ].flatMap(make => make(deps))
  return [...routes, ...openRoutes(routes)]
}

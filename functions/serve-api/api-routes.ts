import type { Route } from '../kit/http/route.ts'
import type { ApiDependencies } from './api-dependencies.ts'
import { agentRoutes } from './routes/agents.ts'
import { auditRoutes } from './routes/audit.ts'
import { briefRoutes } from './routes/brief.ts'
import { conversationActRoutes } from './routes/conversation-acts.ts'
import { conversationStructureRoutes } from './routes/conversation-structure.ts'
import { conversationRoutes } from './routes/conversations.ts'
import { customerRoutes } from './routes/customers.ts'
import { hoursRoutes } from './routes/hours.ts'
import { identityLogRoutes } from './routes/identity-log.ts'
import { importRoutes } from './routes/imports.ts'
import { linkRoutes } from './routes/links.ts'
import { liveRoutes } from './routes/live.ts'
import { mergeRoutes } from './routes/merges.ts'
import { openRoutes } from './routes/open.ts'
import { replyRoutes } from './routes/replies.ts'
import { searchRoutes } from './routes/search.ts'
import { setAsideRoutes } from './routes/set-aside.ts'
import { sourceRoutes } from './routes/sources.ts'
import { teamRoutes } from './routes/teams.ts'
import { timelineRoutes } from './routes/timeline.ts'

/** Every route of the API. */
export function apiRoutes(deps: ApiDependencies): Route[] {
  const routes = [
    customerRoutes,
    timelineRoutes,
    briefRoutes,
    conversationRoutes,
    conversationActRoutes,
    conversationStructureRoutes,
    replyRoutes,
    searchRoutes,
    linkRoutes,
    mergeRoutes,
    identityLogRoutes,
    auditRoutes,
    sourceRoutes,
    setAsideRoutes,
    importRoutes,
    agentRoutes,
    teamRoutes,
    hoursRoutes,
    liveRoutes,
  ].flatMap(make => make(deps))
  return [...routes, ...openRoutes(routes)]
}

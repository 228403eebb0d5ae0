import type { Route } from '../kit/http/route.ts'
import type { ApiDependencies } from './api-dependencies.ts'
import { agentRoutes } from './routes/agents.ts'
import { attachmentRoutes } from './routes/attachments.ts'
import { auditRoutes } from './routes/audit.ts'
import { automationRoutes } from './routes/automations.ts'
import { briefRoutes } from './routes/brief.ts'
import { callbackRoutes } from './routes/callback.ts'
import { confirmationRoutes } from './routes/confirmations.ts'
import { consentRoutes } from './routes/consent.ts'
import { conversationActRoutes } from './routes/conversation-acts.ts'
import { conversationStructureRoutes } from './routes/conversation-structure.ts'
import { conversationRoutes } from './routes/conversations.ts'
import { customerRoutes } from './routes/customers.ts'
import { draftRoutes } from './routes/drafts.ts'
import { handOverRoutes } from './routes/hand-over.ts'
import { hookRoutes } from './routes/hooks.ts'
import { hoursRoutes } from './routes/hours.ts'
import { identityLogRoutes } from './routes/identity-log.ts'
import { importRoutes } from './routes/imports.ts'
import { linkRoutes } from './routes/links.ts'
import { liveRoutes } from './routes/live.ts'
import { macroRoutes } from './routes/macros.ts'
import { mergeRoutes } from './routes/merges.ts'
import { openRoutes } from './routes/open.ts'
import { originalRoutes } from './routes/original.ts'
import { readingMarkRoutes } from './routes/reading-marks.ts'
import { replyRoutes } from './routes/replies.ts'
import { revealRoutes } from './routes/reveals.ts'
import { routingRuleRoutes } from './routes/routing-rules.ts'
import { searchRoutes } from './routes/search.ts'
import { setAsideRoutes } from './routes/set-aside.ts'
import { sourceRoutes } from './routes/sources.ts'
import { surveySettingsRoutes } from './routes/survey-settings.ts'
import { teamRoutes } from './routes/teams.ts'
import { timelineRoutes } from './routes/timeline.ts'

/** Every route of the API. */
export function apiRoutes(deps: ApiDependencies): Route[] {
  const routes = [
    customerRoutes,
    timelineRoutes,
    readingMarkRoutes,
    originalRoutes,
    briefRoutes,
    conversationRoutes,
    conversationActRoutes,
    conversationStructureRoutes,
    handOverRoutes,
    callbackRoutes,
    replyRoutes,
    macroRoutes,
    draftRoutes,
    attachmentRoutes,
    consentRoutes,
    revealRoutes,
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
    confirmationRoutes,
    surveySettingsRoutes,
    routingRuleRoutes,
    automationRoutes,
    hookRoutes,
    liveRoutes,
  ].flatMap(make => make(deps))
  return [...routes, ...openRoutes(routes)]
}

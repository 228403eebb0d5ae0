import type { Route } from '../kit/http/route.ts'
import type { ReportsDependencies } from './reports-dependencies.ts'
import { campaignRoutes } from './routes/campaigns.ts'
import { contentRoutes } from './routes/content-ideas.ts'
import { digestRoutes } from './routes/digest.ts'
import { listeningRoutes } from './routes/listening.ts'
import { outcomeRoutes } from './routes/outcomes.ts'
import { queryRoutes } from './routes/queries.ts'
import { catalogueRoutes } from './routes/reports.ts'
import { savedReportRoutes } from './routes/saved-reports.ts'
import { sentimentRoutes } from './routes/sentiment.ts'
import { subscriptionRoutes } from './routes/subscriptions.ts'
import { topicRoutes } from './routes/topics.ts'

/** Every route of reports and of what they need taken in. Each is described in functions/kit/described. */
export const reportRoutes = (deps: ReportsDependencies): Route[] =>
  [
    contentRoutes,
    savedReportRoutes,
    digestRoutes,
    subscriptionRoutes,
    catalogueRoutes,
    campaignRoutes,
    outcomeRoutes,
    listeningRoutes,
    queryRoutes,
    topicRoutes,
    sentimentRoutes,
  ].flatMap(make => make(deps))

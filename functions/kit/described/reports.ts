import { listCampaigns, putCampaign } from './campaigns.ts'
import { listReports, readReport, readReportCsv } from './catalogue.ts'
import { keepContent, listExcerpts, listIdeas, listIdeasCsv, readContent } from './content.ts'
import type { Described } from './describe.ts'
import { keepSubscription, listSubscriptions, readDigest, removeSubscription, resumeSubscription } from './digest.ts'
import { keepCounts, listCounts, listPanels, lockPanel } from './listening.ts'
import { keepOutcome, readOutcome } from './outcomes.ts'
import { cancelQuery, listQueries, readQuery, startQuery } from './queries.ts'
import { keepSavedReport, listSavedReports, removeSavedReport } from './saved-reports.ts'
import { correctSentiment, listTopics, mergeTopic, nameTopic, readSentiment, splitTopic } from './topics.ts'

/** Every route of serve-reports: serve-api describes them in openapi.json beside its own. */
export const describedReports: Described[] = [
  readContent,
  keepContent,
  listIdeas,
  listIdeasCsv,
  listExcerpts,
  listSavedReports,
  keepSavedReport,
  removeSavedReport,
  readDigest,
  listSubscriptions,
  keepSubscription,
  removeSubscription,
  resumeSubscription,
  listReports,
  readReportCsv,
  readReport,
  listCampaigns,
  putCampaign,
  keepOutcome,
  readOutcome,
  listPanels,
  lockPanel,
  listCounts,
  keepCounts,
  startQuery,
  listQueries,
  readQuery,
  cancelQuery,
  listTopics,
  nameTopic,
  mergeTopic,
  splitTopic,
  readSentiment,
  correctSentiment,
]

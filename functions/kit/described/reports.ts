import { listCampaigns, putCampaign } from './campaigns.ts'
import { listReports, readReport, readReportCsv } from './catalogue.ts'
import type { Described } from './describe.ts'
import { keepCounts, listCounts, listPanels, lockPanel } from './listening.ts'
import { keepOutcome, readOutcome } from './outcomes.ts'

/** Every route of serve-reports: serve-api describes them in openapi.json beside its own. */
export const describedReports: Described[] = [
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
]

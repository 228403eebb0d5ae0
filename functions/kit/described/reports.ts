import { listCampaigns, putCampaign } from './campaigns.ts'
import type { Described } from './describe.ts'

/** Every route of serve-reports: serve-api describes them in openapi.json beside its own. */
export const describedReports: Described[] = [listCampaigns, putCampaign]

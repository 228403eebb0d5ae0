import type * as z from 'zod'
import { campaignIdSchema, campaignSchema } from '../campaign/campaign.ts'
import { pageSchema } from './page.ts'

export const shownCampaignSchema = campaignSchema.omit({ v: true }).meta({ id: 'Campaign' })
export const campaignListSchema = pageSchema(shownCampaignSchema)

/** The same id again replaces what stands there. */
export const campaignInputSchema = shownCampaignSchema
  .extend({ id: campaignIdSchema.optional().describe('what contacts carry as `campaign`; made of the name if absent') })
  .strict()
  .meta({ id: 'CampaignInput' })
export type CampaignInput = z.infer<typeof campaignInputSchema>

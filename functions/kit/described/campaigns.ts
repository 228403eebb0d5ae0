import { campaignInputSchema, campaignListSchema, shownCampaignSchema } from '../../../core/api/campaign.ts'
import { roles } from '../../../core/api/role.ts'
import { listQuerySchema } from '../http/configured.ts'
import { nothing } from '../http/route.ts'
import { describe } from './describe.ts'

export const listCampaigns = describe({
  method: 'GET',
  path: '/v1/campaigns',
  roles,
  summary: 'The campaigns, in the order of their ids',
  params: nothing,
  query: listQuerySchema,
  body: nothing,
  answer: campaignListSchema,
})

export const putCampaign = describe({
  method: 'POST',
  path: '/v1/campaigns',
  roles: ['marketing', 'operator', 'admin'],
  summary: 'Announce a campaign, or correct the one with this id',
  params: nothing,
  query: nothing,
  body: campaignInputSchema,
  answer: shownCampaignSchema,
  status: 201,
})

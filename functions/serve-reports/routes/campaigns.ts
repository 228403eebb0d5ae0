import { Problem } from '../../../core/api/problem.ts'
import { campaignIdOf } from '../../../core/campaign/campaign.ts'
import { listCampaigns, putCampaign } from '../../kit/described/campaigns.ts'
import { pageOf } from '../../kit/http/configured.ts'
import { type Route, route } from '../../kit/http/route.ts'
import type { ReportsDependencies } from '../reports-dependencies.ts'

/** What is said to many. */
export const campaignRoutes = ({ campaigns }: ReportsDependencies): Route[] => [
  route({ ...listCampaigns, handle: ({ query }) => pageOf(campaigns, query) }),
  route({
    ...putCampaign,
    handle: async ({ body }) => {
      const id = body.id ?? campaignIdOf(body.name)
      if (id === '') throw new Problem('invalid-request', undefined, { errors: [nameless] })
      const campaign = { ...body, v: 1 as const, id }
      await campaigns.write(campaign)
      return campaign
    },
  }),
]

const nameless = { field: 'body.id', message: 'choose one: no id can be made of this name' }

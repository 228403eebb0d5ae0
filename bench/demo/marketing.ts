import type * as z from 'zod'
import { type campaignInputSchema, shownCampaignSchema } from '../../core/api/campaign.ts'
import { keptCountsSchema, type panelInputSchema, shownPanelSchema } from '../../core/api/listening.ts'
import { keptOutcomeSchema, type outcomeInputSchema } from '../../core/api/outcome.ts'
import { type contentInputSchema, shownContentSchema } from '../../core/api/report-content.ts'
import type { Identifier } from '../../core/contact/identifier.ts'
import { daysLater } from '../../core/report/zone.ts'
import { Random } from '../world/random.ts'
import type { Api } from './api.ts'

/** Two months, so that the last four weeks have something before them. */
const daysCounted = 56
const outcomes = 30
const dayMs = 24 * 3_600_000

const members = [
  { id: 'larkfield', name: 'Larkfield', own: true, aDay: 40 },
  { id: 'hobbs-and-hearth', name: 'Hobbs & Hearth', own: false, aDay: 62 },
  { id: 'kitchenry', name: 'Kitchenry', own: false, aDay: 35 },
  { id: 'brightwell', name: 'Brightwell', own: false, aDay: 18 },
]
const networks = ['x', 'instagram']

const content: z.input<typeof contentInputSchema> = {
  entries: [
    {
      title: 'Where is my order?',
      url: 'https://example.com/help/delivery',
      questions: ['When will my parcel arrive?', 'My delivery is late', 'Where is my order?'],
    },
    {
      title: 'Sending something back',
      url: 'https://example.com/help/returns',
      questions: ['How do I return this?', 'I would like a refund'],
    },
    {
      title: 'Care of your kettle',
      url: 'https://example.com/help/kettle',
      questions: ['How do I descale my kettle?'],
    },
  ],
}

/** What marketing and sales bring in besides contacts: a panel with its counts, a campaign, what we publish, what was bought. */
export async function tellMarketing(operator: Api, buyers: readonly Identifier[], now: Date): Promise<void> {
  const today = now.toISOString().slice(0, 10)
  const random = new Random('demo marketing')
  await tellListening(operator, random, today)
  const campaign: z.input<typeof campaignInputSchema> = {
    ...{ id: 'gifts', name: 'Gifts for the kitchen', channels: ['social', 'email'] },
    window: { from: daysLater(today, -10), until: daysLater(today, -1) },
    segment: { by: 'country', value: 'GB' },
    control: { by: 'country', value: 'DE' },
  }
  await operator.write('POST', '/v1/campaigns', campaign, shownCampaignSchema)
  await operator.write('PUT', '/v1/content', content, shownContentSchema)
  for (let n = 0; n < outcomes; n++) await tellOutcome(operator, random, n, buyers, now)
}

async function tellListening(operator: Api, random: Random, today: string): Promise<void> {
  const first = daysLater(today, 1 - daysCounted)
  const panel: z.input<typeof panelInputSchema> = {
    ...{ id: 'kitchens', period: { from: first, until: daysLater(today, 300) }, networks },
    members: members.map(({ aDay: _aDay, ...member }) => member),
  }
  await operator.write('POST', '/v1/listening/panels', panel, shownPanelSchema)
  for (let from = 0; from < daysCounted; from += 28) {
    const counts = Array.from({ length: 28 }, (_, n) => countsOf(daysLater(first, from + n), random)).flat()
    await operator.write('POST', '/v1/listening', { panel: panel.id, counts }, keptCountsSchema)
  }
}

/** A day's mentions; ours grow a little. */
const countsOf = (day: string, random: Random) =>
  networks.flatMap(network =>
    members.map(({ id, own, aDay }) => {
      const usual = (network === 'x' ? aDay : aDay / 2) * (own ? 1 + Number(day.slice(8)) / 100 : 1)
      const mentions = Math.round(usual * (0.7 + 0.6 * random.next()))
      return { day, network, member: id, mentions, positive: mentions >> 2, negative: mentions >> 3 }
    }),
  )

async function tellOutcome(operator: Api, random: Random, n: number, buyers: readonly Identifier[], now: Date) {
  const identifier = buyers[n % Math.max(1, buyers.length)]
  if (identifier === undefined) return
  const outcome: z.input<typeof outcomeInputSchema> = {
    ...{ id: `demo-${n}`, kind: n % 6 === 5 ? 'refund' : 'sale', identifier },
    occurredAt: new Date(now.getTime() - Math.floor(random.next() * 28 * dayMs)).toISOString(),
    amount: { minor: random.between(1500, 18_000), currency: 'GBP' },
    ...(n % 4 === 0 && { campaign: 'gifts' }),
  }
  await operator.write('POST', '/v1/outcomes', outcome, keptOutcomeSchema)
}

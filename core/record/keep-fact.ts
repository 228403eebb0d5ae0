import type { Campaign } from '../campaign/campaign.ts'
import type { MentionCount, Panel } from '../listening/listening.ts'
import { refusalOfCount } from '../listening/listening.ts'
import type { Outcome } from '../outcome/outcome.ts'
import type { Kept } from '../outcome/store.ts'

/** What reports need taken in and is no contact. */
export type Fact =
  | { kind: 'campaign'; campaign: Campaign }
  | { kind: 'outcome'; outcome: Outcome }
  | { kind: 'mentions'; count: MentionCount }

export type FactStores = {
  campaigns: { write: (campaign: Campaign) => Promise<void> }
  outcomes: { keep: (outcome: Outcome) => Promise<Kept> }
  listening: {
    readPanel: (id: string) => Promise<Panel | undefined>
    keep: (counts: MentionCount[]) => Promise<Kept[]>
  }
}

/** Keeps a fact of a file; `refused` is a sentence for whoever sent the file. */
export async function keepFact(stores: FactStores, fact: Fact): Promise<Kept | { refused: string }> {
  switch (fact.kind) {
    case 'campaign':
      await stores.campaigns.write(fact.campaign)
      return 'added'
    case 'outcome':
      return stores.outcomes.keep(fact.outcome)
    case 'mentions':
      return keepMentions(stores, fact.count)
    default:
      return fact satisfies never
  }
}

async function keepMentions({ listening }: FactStores, count: MentionCount): Promise<Kept | { refused: string }> {
  const panel = await listening.readPanel(count.panel)
  if (panel === undefined) return { refused: 'There is no such panel: announce it first (POST /v1/listening/panels).' }
  const why = refusalOfCount(panel, count)
  if (why !== undefined) return { refused: `The count does not belong to its panel: ${why}.` }
  const [kept = 'already there'] = await listening.keep([count])
  return kept
}

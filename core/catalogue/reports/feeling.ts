import { ofContacts, withPairs } from '../dimensions.ts'
import type { CellReport } from '../report-spec.ts'
import { sources } from '../sources.ts'

export const satisfaction: CellReport = {
  name: 'satisfaction',
  title: 'Satisfaction and recommendation',
  definition:
    'What customers answered when they were asked: how it went (1 to 5), whether they would recommend us (0 to 10). Counted on the day of the answer; the last answer to a question counts. Only those who answer are heard.',
  source: sources.satisfaction,
  chart: 'series',
  by: ofContacts,
  figures: [
    {
      ...{ id: 'csat', title: 'CSAT', unit: 'share', of: 'answers', better: 'more' },
      definition: 'Answers of 4 and 5 ÷ all answers.',
      measure: { type: 'share', hits: ['csatGood'], among: ['csatGood', 'csatBad'] },
    },
    {
      ...{ id: 'nps', title: 'NPS', unit: 'score', of: 'answers', better: 'more' },
      definition: 'Percentage of 9 and 10 less percentage of 0 to 6.',
      measure: { type: 'net', plus: ['npsPromoters'], minus: ['npsDetractors'], neither: ['npsPassives'] },
    },
  ],
}

export const sentiment: CellReport = {
  name: 'sentiment',
  title: 'Sentiment',
  definition:
    'How contacts of customers sound, as a classifier reads them; those it cannot read (another language, no text) are left out. Its own accuracy stands in the notes: a figure cannot be surer than that.',
  source: sources.own,
  chart: 'series',
  by: withPairs,
  figures: [
    {
      ...{
        id: 'net-sentiment',
        title: 'Net sentiment',
        unit: 'score',
        of: 'contacts that could be read',
        better: 'more',
      },
      definition: 'Percentage of positive less percentage of negative contacts.',
      measure: { type: 'net', plus: ['positive'], minus: ['negative'], neither: ['neutral'] },
    },
    {
      ...{ id: 'positive', title: 'Positive', unit: 'share', of: 'contacts that could be read', better: 'more' },
      definition: 'Positive ÷ all that could be read.',
      measure: { type: 'share', hits: ['positive'], among: ['positive', 'neutral', 'negative'] },
    },
    {
      ...{ id: 'negative', title: 'Negative', unit: 'share', of: 'contacts that could be read', better: 'less' },
      definition: 'Negative ÷ all that could be read.',
      measure: { type: 'share', hits: ['negative'], among: ['positive', 'neutral', 'negative'] },
    },
  ],
}

import type { Report, ReportFigure, ReportRow } from '../../console/client/api.ts'

export const shareFigure: ReportFigure = {
  ...{ id: 'first-contact', title: 'Resolved at first contact', unit: 'share', of: 'resolved conversations' },
  ...{ better: 'more', certainty: 'interval', definition: 'The customer did not have to come again ÷ all resolved.' },
}
export const countFigure: ReportFigure = {
  ...{ id: 'inbound', title: 'Contacts of customers', unit: 'count', of: 'contacts' },
  ...{ better: 'neither', certainty: 'exact', definition: 'What came in.' },
}

const texts = { definition: 'How many contacts came in and went out. More of it.', source: 'Our own', limits: 'Days.' }
export const catalogue = {
  timezone: 'Europe/London',
  items: [
    {
      ...{ ...texts, name: 'volume', title: 'Volume and mix', chart: 'series', by: ['all', 'channel', 'agent'] },
      ...{ grains: ['total', 'month', 'day'], figures: [countFigure, shareFigure] },
    },
    {
      ...{ ...texts, name: 'channel-switches', title: 'Channel switches', chart: 'matrix', by: ['from×to'] },
      ...{ grains: ['total'], figures: [countFigure] },
    },
    {
      ...{ ...texts, name: 'topics', title: 'Topics', chart: 'bars', by: ['topic'], grains: ['total'] },
      figures: [{ ...countFigure, id: 'asked', title: 'Asked' }],
    },
    {
      ...{ ...texts, name: 'campaign-effect', title: 'Effect of a campaign', chart: 'bars', by: ['campaign'] },
      ...{ grains: ['total'], figures: [countFigure] },
    },
  ],
}

/** A report that answers so; without rows nothing was counted. */
export const reportOf = (more: Partial<Report>): Report => ({
  ...{
    name: 'volume',
    title: 'Volume and mix',
    definition: 'Contacts.',
    source: 'Our own',
    chart: 'series',
    by: 'all',
  },
  ...{ period: { from: '2026-03-01', to: '2026-03-28' }, before: { from: '2026-02-01', to: '2026-02-28' } },
  ...{ grain: 'total', timezone: 'Europe/London', figures: [countFigure], totals: [], rows: [], left: 0, notes: [] },
  ...more,
})

export const inbound = (more: Partial<ReportRow>): ReportRow => ({
  figure: 'inbound',
  key: 'all',
  value: 12,
  n: 12,
  ...more,
})

const asked = {
  id: 'c1',
  at: '2026-03-02T10:00:00.000Z',
  channel: 'email',
  text: 'Where is my kettle?',
  conversation: 'm1',
}
const answer = { ...asked, id: 'c2', text: 'It comes on Friday.' }
export const exchanges = { items: [{ asked, answers: [answer] }] }

export const topicList = {
  items: [
    {
      ...{ id: 't1', label: 'late delivery', terms: ['late', 'delivery'], example: 'My … is late', size: 12 },
      ...{ pinned: false, foundAt: asked.at, clusteredAt: asked.at },
    },
    {
      ...{ id: 't2', label: 'refund', terms: ['refund'], example: 'refund', size: 3, pinned: true },
      foundAt: asked.at,
      clusteredAt: asked.at,
    },
  ],
}

export const ideaList = {
  items: [
    {
      topic: 't1',
      label: 'late delivery',
      kind: 'question',
      asked: 9,
      before: 4,
      tag: 'rising',
      settled: 0.5,
      ...{ exchanges: exchanges.items },
    },
    {
      ...{ topic: 't2', label: 'refund', asked: 3, exchanges: [] },
      coverage: { entry: { title: 'Refunds', url: 'https://example.com/refunds', questions: [] }, nearness: 0.6 },
    },
  ],
}

import type { Report, ReportFigure, ReportRow } from '../../api/report.ts'
import type { Campaign } from '../../campaign/campaign.ts'
import type { By } from '../../report/dimension.ts'
import { dayOf } from '../../report/zone.ts'
import { headOf, judged } from '../answer.ts'
import { type Ask, askOf, Unanswerable } from '../ask.ts'
import type { CatalogueReads } from '../catalogue-reads.ts'
import type { FigureSpec } from '../figure-spec.ts'
import { netOf, shareOf } from '../measure.ts'
import { type Counted, type CountedBy, readCounted } from '../read-counted.ts'
import type { ComputedReport, Question } from '../report-spec.ts'
import { everyDay, monthsOf, type Span } from '../span.ts'
import { countOf, emptyTally, type Tally } from '../tally.ts'
import { effectOf, type Series } from './effect.ts'
import { judgedTopics } from './topics.ts'

const figures: readonly ReportFigure[] = [
  {
    ...{
      id: 'effect',
      title: 'Effect on contacts',
      unit: 'ratio',
      of: 'contacts',
      better: 'neither',
      certainty: 'interval',
    },
    definition:
      'By what the campaign multiplied the contacts: (window ÷ baseline) of those it is meant for ÷ the same of its control. 1: nothing changed. The interval takes into account how much single days differ by themselves.',
  },
  {
    ...{
      id: 'campaign-contacts',
      title: 'Contacts',
      unit: 'count',
      of: 'contacts',
      better: 'neither',
      certainty: 'exact',
    },
    definition: 'Contacts that came in, in the window and in the baseline: as many days before it.',
  },
  {
    ...{ id: 'campaign-sentiment', title: 'Net sentiment', unit: 'score', of: 'contacts that could be read' },
    ...{
      better: 'more',
      certainty: 'interval',
      definition: 'Percentage of positive less percentage of negative contacts.',
    },
  },
  {
    ...{
      id: 'campaign-sent',
      title: 'Sent',
      unit: 'count',
      of: 'contacts of ours',
      better: 'neither',
      certainty: 'exact',
    },
    definition: 'What went out for the campaign.',
  },
  {
    ...{ id: 'campaign-sales', title: 'Sales', unit: 'count', of: 'sales', better: 'more', certainty: 'exact' },
    definition: 'Sales that name the campaign.',
  },
  {
    ...{ id: 'campaign-topic', title: 'Topics', unit: 'share', of: 'matters with a topic', better: 'neither' },
    ...{
      certainty: 'interval',
      definition: 'Shares of topics in the window and in the baseline; those that changed most surely.',
    },
  },
]

const read: readonly FigureSpec[] = [
  {
    ...{ id: 'read', title: '', definition: '', unit: 'count', of: '', better: 'neither' },
    measure: {
      type: 'count',
      of: ['inbound', 'outbound', 'repeats30', 'positive', 'neutral', 'negative', 'touches', 'sales'],
    },
  },
]

export const campaignEffect: ComputedReport = {
  name: 'campaign-effect',
  title: 'Effect of a campaign',
  definition:
    'Contacts, sentiment and topics in the window of a campaign against the days before it. With a control, a part of the customers that it does not reach: what changes there too is not the campaign’s doing.',
  source: 'Difference in differences, of counts: ratio of rate ratios',
  chart: 'bars',
  by: ['campaign'],
  grains: ['total'],
  figures,
  answer: answerEffect,
}

const mostTopics = 10

async function answerEffect({ query, zone, now, cells }: Question, reads: CatalogueReads): Promise<Report> {
  const campaign = query.campaign === undefined ? undefined : await reads.campaigns.read(query.campaign)
  if (campaign === undefined) throw new Unanswerable('Name a campaign by campaign=: GET /v1/campaigns lists them.')
  const ask = windowOf(campaign, zone, now)
  const bys: By[] = [...new Set<By>(['all', 'campaign', 'topic', ...bysOf(campaign)])]
  const counted = await readCounted(cells, read, ask, bys)
  const parts = partsOf(campaign, counted)
  const texts = await reads.topics?.describe(topTopics(counted.get('topic')).map(({ id }) => id))
  return {
    ...headOf(campaignEffect, { ...ask, by: 'campaign', grain: 'total' }, []),
    figures: [...figures],
    totals: effectRow(campaign.id, ask, parts),
    rows: judged([
      ...parts.flatMap(partRows),
      ...ownRows(campaign.id, counted.get('campaign')),
      ...topicRows(counted.get('topic')).map(row => ({ ...row, label: texts?.get(row.key)?.label ?? row.key })),
    ]),
    left: 0,
    notes: [
      ...ask.notes,
      ...(campaign.control === undefined ? ['Without a control, whatever else changed in these days is in it.'] : []),
    ],
  }
}

/** The window, as far as it is over, read day by day so that it is seen how much days differ. */
function windowOf({ window }: Campaign, zone: string, now: string): Ask {
  const today = dayOf(now, zone)
  if (window.from > today) throw new Unanswerable('The window of this campaign has not begun yet.')
  const to = window.until < today ? window.until : today
  const asked = { from: window.from, to, by: 'campaign', compare: 'before', limit: 1 } as const
  return askOf(campaignEffect, asked, zone, now).read === 'month'
    ? askOf(campaignEffect, { ...asked, grain: 'month' }, zone, now)
    : askOf(campaignEffect, { ...asked, grain: 'day' }, zone, now)
}

const bysOf = ({ segment, control }: Campaign): By[] => [segment?.by ?? 'all', ...(control ? [control.by] : [])]

type Part = { key: 'segment' | 'control'; label: string; value: string; counted: CountedBy | undefined }

function partsOf({ segment, control }: Campaign, counted: Map<By, CountedBy>): Part[] {
  const part = (key: Part['key'], of: Campaign['segment']): Part => ({
    ...{ key, label: of === undefined ? 'all' : `${of.by} ${of.value}`, value: of?.value ?? 'all' },
    counted: counted.get(of?.by ?? 'all'),
  })
  return [part('segment', segment), ...(control ? [part('control', control)] : [])]
}

/** Day by day, or month by month; on a day without a cell nobody came. */
const seriesOf = (counted: Counted | undefined, value: string, ask: Ask, span: Span): Series =>
  (ask.grain === 'month' ? monthsOf(span) : everyDay(span)).map(period =>
    countOf(counted?.periods.get(period)?.get(value) ?? emptyTally(), ['inbound']),
  )

function effectRow(key: string, ask: Ask, parts: Part[]): ReportRow[] {
  const [segment, control] = parts.map(({ counted, value }) => ({
    now: seriesOf(counted?.now, value, ask, ask.span),
    before: seriesOf(counted?.before, value, ask, ask.before ?? ask.span),
  }))
  return segment === undefined ? [] : [{ figure: 'effect', key, ...effectOf(segment, control) }]
}

function partRows({ key, label, value, counted }: Part): ReportRow[] {
  const now = counted?.now.whole.get(value) ?? emptyTally()
  const before = counted?.before?.whole.get(value) ?? emptyTally()
  const inbound = (tally: Tally) => countOf(tally, ['inbound'])
  const [feeling, earlier] = [feelingOf(now), feelingOf(before)]
  return [
    {
      ...{ figure: 'campaign-contacts', key, label, value: inbound(now), n: inbound(now) },
      before: { value: inbound(before), n: inbound(before) },
      change: { difference: inbound(now) - inbound(before) },
    },
    { figure: 'campaign-sentiment', key, label, ...feeling, before: earlier },
  ]
}

const feelingOf = (tally: Tally) =>
  netOf(countOf(tally, ['positive']), countOf(tally, ['negative']), countOf(tally, ['neutral']))

function ownRows(id: string, counted: CountedBy | undefined): ReportRow[] {
  const tally = counted?.now.whole.get(id) ?? emptyTally()
  const row = (figure: string, value: number): ReportRow => ({ figure, key: id, value, n: value })
  return [
    row('campaign-sent', Math.max(countOf(tally, ['touches']), countOf(tally, ['outbound']))),
    row('campaign-sales', countOf(tally, ['sales'])),
  ]
}

/** The topics whose share changed most surely. */
const topTopics = (counted: CountedBy | undefined) =>
  judgedTopics(counted)
    .sort((a, b) => (a.p ?? 1) - (b.p ?? 1))
    .slice(0, mostTopics)

function topicRows(counted: CountedBy | undefined): ReportRow[] {
  const all = judgedTopics(counted)
  const nowOf = all.reduce((sum, { now }) => sum + now, 0)
  const beforeOf = all.reduce((sum, { before = 0 }) => sum + before, 0)
  return topTopics(counted).map(({ id, now, before = 0, p }) => {
    const [share, earlier] = [shareOf(now, nowOf), shareOf(before, beforeOf)]
    const change = { difference: (share.value ?? 0) - (earlier.value ?? 0), ...(p !== undefined && { p }) }
    return { figure: 'campaign-topic', key: id, ...share, before: earlier, change }
  })
}

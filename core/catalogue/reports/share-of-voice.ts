import { mostRows, type Report, type ReportFigure, type ReportRow } from '../../api/report.ts'
import type { Panel } from '../../listening/listening.ts'
import { addUp, type Mentions } from '../../listening/month-sum.ts'
import { changeOf } from '../../statistics/rise.ts'
import { headOf, judged } from '../answer.ts'
import { askOf, type ShownGrain, Unanswerable } from '../ask.ts'
import type { CatalogueReads } from '../catalogue-reads.ts'
import { netOf, shareOf } from '../measure.ts'
import type { ComputedReport, Question } from '../report-spec.ts'
import { sources } from '../sources.ts'
import { monthOf, type Span } from '../span.ts'
import { type Named, readVoice, touches } from './voice-reads.ts'

const figures: readonly ReportFigure[] = [
  {
    ...{ id: 'voice', title: 'Share of voice', unit: 'share', of: 'mentions of the panel', better: 'neither' },
    ...{ certainty: 'interval', definition: 'Mentions of the member ÷ those of all members, on the network.' },
  },
  {
    ...{ id: 'mentions', title: 'Mentions', unit: 'count', of: 'mentions', better: 'neither', certainty: 'exact' },
    definition: 'How often the member was named, as counted by whoever listens.',
  },
  {
    ...{
      id: 'voice-sentiment',
      title: 'Net sentiment',
      unit: 'score',
      of: 'mentions that were judged',
      better: 'more',
    },
    ...{
      certainty: 'interval',
      definition: 'Percentage of positive less percentage of negative mentions, as delivered.',
    },
  },
]

export const shareOfVoice: ComputedReport = {
  name: 'share-of-voice',
  title: 'Share of voice',
  definition:
    'Our mentions of those of everybody in the panel, by network. A panel is locked for its period: with another competitor in it, last month’s share would change. The total is ours over all networks.',
  source: sources.voice,
  chart: 'bars',
  by: ['network'],
  grains: ['total', 'month', 'day'],
  figures,
  answer: answerVoice,
}

async function answerVoice({ query, zone, now }: Question, { listening }: CatalogueReads): Promise<Report> {
  const ask = askOf(shareOfVoice, { ...query, timezone: undefined, grain: query.grain ?? 'total' }, zone, now)
  const whole = { from: ask.before?.from ?? ask.span.from, to: ask.span.to }
  const panels = (await listening.listPanels(1000)).filter(({ period }) => touches(period, whole))
  const { now: counts, before } = await readVoice(listening, panels, ask)
  const own = new Set(panels.flatMap(({ members }) => members.filter(member => member.own).map(({ id }) => id)))
  const names = new Map(panels.flatMap(({ members }) => members.map(({ id, name }) => [id, name] as const)))
  const wanted = (all: Named[]) =>
    query.value === undefined ? all : all.filter(({ network }) => network === query.value)
  const rows = rowsOf(wanted(counts), before && wanted(before), names, periodNames[ask.grain])
  if (rows.length > mostRows)
    throw new Unanswerable(`That is ${rows.length} rows: ask for fewer days, or for one network as value.`)
  return {
    ...headOf(shareOfVoice, ask, []),
    figures: [...figures],
    totals: judged(ownRows(wanted(counts), before && wanted(before), own)),
    rows: judged(rows),
    left: 0,
    notes: [...ask.notes, ...panelNotes(panels, ask.span)],
  }
}

/** What a row says of the day or month of what it counts. */
const periodNames: Record<ShownGrain, PeriodOf> = {
  total: () => undefined,
  month: monthOf,
  day: period => period,
  hour: () => undefined,
}

function panelNotes(panels: Panel[], span: Span): string[] {
  const current = panels.filter(({ period }) => touches(period, span))
  if (current.length === 0) return ['No panel was announced for these days: POST /v1/listening/panels.']
  const changed =
    current.length > 1 ? ['More than one panel counts in these days: their shares are of different wholes.'] : []
  const gaps = current.every(({ period }) => period.from > span.from || period.until < span.to)
  return [...changed, ...(gaps ? ['No panel covers all of these days.'] : [])]
}

type PeriodOf = (period: string) => string | undefined

/** Counts by network and period, in order. */
function grouped(counts: readonly Named[], periodOf: PeriodOf): Map<string, Named[]> {
  const groups = new Map<string, Named[]>()
  for (const count of counts) {
    const name = `${periodOf(count.period) ?? ''} ${count.network}`
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [count])
    else group.push(count)
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function rowsOf(
  counts: readonly Named[],
  before: readonly Named[] | undefined,
  names: ReadonlyMap<string, string>,
  periodOf: PeriodOf,
): ReportRow[] {
  const earlier = before && grouped(before, () => undefined)
  return [...grouped(counts, periodOf).values()].flatMap(panel => {
    const [{ network, period: counted } = { network: '', period: '' }] = panel
    const period = periodOf(counted)
    const previous = period === undefined && earlier ? (earlier.get(` ${network}`) ?? []) : undefined
    return membersOf(panel).flatMap(member => {
      const of = (all: readonly Named[]) => addUp(all.filter(one => one.member === member))
      const head = { key: network, other: member, otherLabel: names.get(member) ?? member, ...(period && { period }) }
      return figureRows(head, of(panel), addUp(panel), previous && of(previous), previous && addUp(previous))
    })
  })
}

/** The most named first. */
function membersOf(panel: readonly Named[]): string[] {
  const named = new Map<string, number>()
  for (const { member, mentions } of panel) named.set(member, (named.get(member) ?? 0) + mentions)
  return [...named].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([member]) => member)
}

/** What of all networks is ours. */
function ownRows(
  counts: readonly Named[],
  before: readonly Named[] | undefined,
  own: ReadonlySet<string>,
): ReportRow[] {
  const ours = (all: readonly Named[]) => all.filter(({ member }) => own.has(member))
  return figureRows(
    { key: 'all' },
    addUp(ours(counts)),
    addUp(counts),
    before && addUp(ours(before)),
    before && addUp(before),
  )
}

function figureRows(
  head: Pick<ReportRow, 'key'>,
  part: Mentions,
  whole: Mentions,
  earlier: Mentions | undefined,
  earlierWhole: Mentions | undefined,
): ReportRow[] {
  const share = shareOf(part.mentions, whole.mentions)
  const before = earlier && earlierWhole && shareOf(earlier.mentions, earlierWhole.mentions)
  const counts = {
    now: part.mentions,
    nowOf: whole.mentions,
    before: earlier?.mentions ?? 0,
    beforeOf: earlierWhole?.mentions ?? 0,
  }
  const change = share.value !== undefined && before?.value !== undefined
  return [
    {
      ...{ figure: 'voice', ...head, ...share },
      ...(before && { before }),
      ...(change && { change: { difference: (share.value ?? 0) - (before.value ?? 0), p: changeOf(counts).p } }),
    },
    {
      ...{ figure: 'mentions', ...head, value: part.mentions, n: part.mentions },
      ...(earlier && {
        before: { value: earlier.mentions, n: earlier.mentions },
        change: { difference: part.mentions - earlier.mentions },
      }),
    },
    {
      figure: 'voice-sentiment',
      ...head,
      ...netOf(part.positive, part.negative, Math.max(0, part.judged - part.positive - part.negative)),
    },
  ]
}

import type { Report, ReportFigure, ReportRow } from '../../api/report.ts'
import type { MentionCount, Panel } from '../../listening/listening.ts'
import { changeOf } from '../../statistics/rise.ts'
import { headOf, judged } from '../answer.ts'
import { askOf, Unanswerable } from '../ask.ts'
import type { CatalogueReads } from '../catalogue-reads.ts'
import { netOf, shareOf } from '../measure.ts'
import type { ComputedReport, Question } from '../report-spec.ts'
import { sources } from '../sources.ts'
import { isLong, monthOf, type Span } from '../span.ts'

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

/** Days × networks × members that are read at most. */
const mostCounts = 20_000

async function answerVoice({ query, zone, now }: Question, { listening }: CatalogueReads): Promise<Report> {
  const ask = askOf(shareOfVoice, { ...query, timezone: undefined, grain: query.grain ?? 'total' }, zone, now)
  if (isLong(ask.span)) throw new Unanswerable('Mentions are counted by the day: ask for 92 days at most.')
  const panels = (await listening.listPanels(1000)).filter(({ period }) =>
    touches(period, ask.before?.from ?? ask.span.from, ask.span.to),
  )
  const read = (span: Span) => countsOf(listening, panels, span)
  const [counts, before] = await Promise.all([read(ask.span), ask.before ? read(ask.before) : undefined])
  const own = new Set(panels.flatMap(({ members }) => members.filter(member => member.own).map(({ id }) => id)))
  const names = new Map(panels.flatMap(({ members }) => members.map(({ id, name }) => [id, name] as const)))
  const wanted = (all: MentionCount[]) =>
    query.value === undefined ? all : all.filter(({ network }) => network === query.value)
  const periodOf = { total: () => undefined, month: monthOf, day: (day: string) => day, hour: () => undefined }[
    ask.grain
  ]
  return {
    ...headOf(shareOfVoice, ask, []),
    figures: [...figures],
    totals: judged(ownRows(wanted(counts), before && wanted(before), own)),
    rows: judged(rowsOf(wanted(counts), before && wanted(before), names, periodOf)),
    left: 0,
    notes: [...ask.notes, ...panelNotes(panels, ask.span)],
  }
}

const touches = ({ from, until }: Panel['period'], first: string, last: string): boolean =>
  from <= last && first <= until

async function countsOf(
  listening: CatalogueReads['listening'],
  panels: Panel[],
  { from, to }: Span,
): Promise<MentionCount[]> {
  const of = panels.filter(({ period }) => touches(period, from, to))
  const read = await Promise.all(of.map(({ id }) => listening.counts(id, { from, until: to, limit: mostCounts })))
  if (read.some(counts => counts.length === mostCounts))
    throw new Unanswerable('That is too many counts: ask for fewer days.')
  return read.flat()
}

function panelNotes(panels: Panel[], { from, to }: Span): string[] {
  const current = panels.filter(({ period }) => touches(period, from, to))
  if (current.length === 0) return ['No panel was announced for these days: POST /v1/listening/panels.']
  const changed =
    current.length > 1 ? ['More than one panel counts in these days: their shares are of different wholes.'] : []
  const gaps = current.every(({ period }) => period.from > from || period.until < to)
  return [...changed, ...(gaps ? ['No panel covers all of these days.'] : [])]
}

type Sum = { mentions: number; positive: number; negative: number; judged: number }

const sumOf = (counts: readonly MentionCount[]): Sum => {
  const sum = { mentions: 0, positive: 0, negative: 0, judged: 0 }
  for (const { mentions, positive, negative } of counts) {
    sum.mentions += mentions
    sum.positive += positive ?? 0
    sum.negative += negative ?? 0
    if (positive !== undefined || negative !== undefined) sum.judged += mentions
  }
  return sum
}

type PeriodOf = (day: string) => string | undefined

/** Counts by network and period, in order. */
function grouped(counts: readonly MentionCount[], periodOf: PeriodOf): Map<string, MentionCount[]> {
  const groups = new Map<string, MentionCount[]>()
  for (const count of counts) {
    const name = `${periodOf(count.day) ?? ''} ${count.network}`
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [count])
    else group.push(count)
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function rowsOf(
  counts: readonly MentionCount[],
  before: readonly MentionCount[] | undefined,
  names: ReadonlyMap<string, string>,
  periodOf: PeriodOf,
): ReportRow[] {
  const earlier = before && grouped(before, () => undefined)
  return [...grouped(counts, periodOf).values()].flatMap(panel => {
    const [{ network, day } = { network: '', day: '' }] = panel
    const period = periodOf(day)
    const previous = period === undefined && earlier ? (earlier.get(` ${network}`) ?? []) : undefined
    return membersOf(panel).flatMap(member => {
      const of = (all: readonly MentionCount[]) => sumOf(all.filter(one => one.member === member))
      const head = { key: network, other: member, otherLabel: names.get(member) ?? member, ...(period && { period }) }
      return figureRows(head, of(panel), sumOf(panel), previous && of(previous), previous && sumOf(previous))
    })
  })
}

/** The most named first. */
function membersOf(panel: readonly MentionCount[]): string[] {
  const named = new Map<string, number>()
  for (const { member, mentions } of panel) named.set(member, (named.get(member) ?? 0) + mentions)
  return [...named].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([member]) => member)
}

/** What of all networks is ours. */
function ownRows(
  counts: readonly MentionCount[],
  before: readonly MentionCount[] | undefined,
  own: ReadonlySet<string>,
): ReportRow[] {
  const ours = (all: readonly MentionCount[]) => all.filter(({ member }) => own.has(member))
  return figureRows(
    { key: 'all' },
    sumOf(ours(counts)),
    sumOf(counts),
    before && sumOf(ours(before)),
    before && sumOf(before),
  )
}

function figureRows(
  head: Pick<ReportRow, 'key'>,
  part: Sum,
  whole: Sum,
  earlier: Sum | undefined,
  earlierWhole: Sum | undefined,
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

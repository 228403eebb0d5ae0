import type { Report, ReportFigure, ReportRow } from '../../api/report.ts'
import { changeOf, discoveries } from '../../statistics/rise.ts'
import { headOf } from '../answer.ts'
import { type Ask, askOf } from '../ask.ts'
import type { CatalogueReads } from '../catalogue-reads.ts'
import type { FigureSpec } from '../figure-spec.ts'
import { netOf, shareOf } from '../measure.ts'
import { type Counted, type CountedBy, readCounted } from '../read-counted.ts'
import type { ComputedReport, Question } from '../report-spec.ts'
import { sources } from '../sources.ts'
import { addTally, countOf, emptyTally, type Tally } from '../tally.ts'
import type { TopicTexts } from '../topic-reads.ts'

const figures: readonly ReportFigure[] = [
  {
    ...{ id: 'asked', title: 'Asked', unit: 'count', of: 'matters', better: 'neither', certainty: 'exact' },
    definition: 'Contacts of customers on the topic, without those that repeat the same matter within thirty days.',
  },
  {
    ...{
      id: 'asked-share',
      title: 'Share',
      unit: 'share',
      of: 'matters with a topic',
      better: 'neither',
      certainty: 'interval',
    },
    definition:
      'Of all matters with a topic. Rising and falling: the share changed from the period before, by the likelihood ratio test, at most one in twenty of those named by chance (Benjamini–Hochberg).',
  },
  {
    ...{
      id: 'first-time',
      title: 'First-time customers',
      unit: 'share',
      of: 'contacts on the topic',
      better: 'neither',
    },
    ...{
      certainty: 'interval',
      definition: 'Contacts with which a customer came for the first time ÷ all on the topic.',
    },
  },
  {
    ...{
      id: 'topic-sentiment',
      title: 'Net sentiment',
      unit: 'score',
      of: 'contacts that could be read',
      better: 'more',
    },
    ...{
      certainty: 'interval',
      definition: 'Percentage of positive less percentage of negative contacts on the topic.',
    },
  },
  {
    ...{ id: 'topic-first-contact', title: 'Resolved at first contact', unit: 'share', of: 'resolved conversations' },
    ...{ better: 'more', certainty: 'interval' },
    definition: 'Opened with the topic and resolved without the customer coming again within seven days.',
  },
]

/** What is read of each topic; the figures above are made of it. */
const read: readonly FigureSpec[] = [
  {
    ...{ id: 'read', title: '', definition: '', unit: 'count', of: '', better: 'neither' },
    measure: {
      type: 'count',
      of: ['inbound', 'firstVisits', 'repeats30', 'positive', 'neutral', 'negative', 'resolved', 'firstContact'],
    },
  },
]

export const topics: ComputedReport = {
  name: 'topics',
  title: 'Topics',
  definition:
    'What customers come with: found in their own words, named and corrected by people. The most asked first; new and rising ones are told by their share of all matters, so that a busy month raises none.',
  source: sources.own,
  chart: 'bars',
  by: ['topic'],
  grains: ['total'],
  figures,
  answer: answerTopics,
}

async function answerTopics({ query, zone, now, cells }: Question, reads: CatalogueReads): Promise<Report> {
  const ask = askOf(topics, { ...query, grain: 'total' }, zone, now)
  const counted = await readCounted(cells, read, ask, ['topic'])
  const texts = await textsOf(reads, counted.get('topic'))
  const byTopic = merged(counted.get('topic'), texts)
  const judged = judgedTopics(byTopic)
  const wanted = judged.filter(({ id }) => isWanted(ask, query.kind, id, texts.get(id)))
  const shown = wanted.slice(0, ask.limit)
  return {
    ...headOf(topics, ask, []),
    figures: [...figures],
    totals: totalsOf(byTopic),
    rows: shown.flatMap(topic => rowsOf(topic, ask, byTopic, texts.get(topic.id))),
    left: wanted.length - shown.length,
    notes: ask.notes,
  }
}

type Texts = ReadonlyMap<string, TopicTexts>

async function textsOf({ topics: reads }: CatalogueReads, counted: CountedBy | undefined): Promise<Texts> {
  const ids = new Set([...(counted?.now.whole.keys() ?? []), ...(counted?.before?.whole.keys() ?? [])])
  return (await reads?.describe([...ids])) ?? new Map<string, TopicTexts>()
}

/** Contacts keep the topic they were given; what was merged by people is one topic when it is read. */
export function merged(counted: CountedBy | undefined, texts: Texts): CountedBy | undefined {
  const one = (all: Counted): Counted => {
    const whole = new Map<string, Tally>()
    for (const [value, tally] of all.whole) {
      const [id = '', ...rest] = value.split('|')
      const name = [texts.get(id)?.now ?? id, ...rest].join('|')
      const known = whole.get(name) ?? emptyTally()
      addTally(known, tally)
      whole.set(name, known)
    }
    return { ...all, whole }
  }
  return counted && { now: one(counted.now), ...(counted.before && { before: one(counted.before) }) }
}

const isWanted = ({ value }: Ask, kind: string | undefined, id: string, texts: TopicTexts | undefined): boolean =>
  (value === undefined || value === id) && (kind === undefined || texts?.kind === kind)

/** How often a topic was asked, without repetitions: these are as good as independent of each other. */
const mattersOf = (tally: Tally | undefined): number =>
  tally === undefined ? 0 : Math.max(0, countOf(tally, ['inbound']) - countOf(tally, ['repeats30']))

const allMatters = (counted: Counted | undefined): number =>
  [...(counted?.whole.values() ?? [])].reduce((sum, tally) => sum + mattersOf(tally), 0)

type Judged = { id: string; now: number; before?: number; p?: number; significant: boolean }

/** Every topic, the most asked first, and whether its share of all changed by more than chance. */
export function judgedTopics(counted: CountedBy | undefined): Judged[] {
  const [nowOf, beforeOf] = [allMatters(counted?.now), allMatters(counted?.before)]
  const earlier = counted?.before
  const ids = new Set([...(counted?.now.whole.keys() ?? []), ...(earlier?.whole.keys() ?? [])])
  const found = [...ids].map(id => {
    const now = mattersOf(counted?.now.whole.get(id))
    if (earlier === undefined) return { id, now }
    const before = mattersOf(earlier.whole.get(id))
    return { id, now, before, p: changeOf({ now, nowOf, before, beforeOf }).p }
  })
  const tested = found.flatMap(({ id, p }) => (p === undefined ? [] : [{ id, p }]))
  const significant = new Set(discoveries(tested).map(({ id }) => id))
  return found
    .map(one => ({ ...one, significant: significant.has(one.id) }))
    .sort((a, b) => b.now - a.now || (a.id < b.id ? -1 : 1))
}

function rowsOf(topic: Judged, ask: Ask, byTopic: CountedBy | undefined, texts: TopicTexts | undefined): ReportRow[] {
  const named = { key: topic.id, label: texts?.label ?? topic.id, ...(texts?.kind && { kind: texts.kind }) }
  const tally = byTopic?.now.whole.get(topic.id) ?? emptyTally()
  const rows: Omit<ReportRow, 'key'>[] = [
    ...askedRows(topic, byTopic),
    { figure: 'first-time', ...shareOf(countOf(tally, ['firstVisits']), countOf(tally, ['inbound'])) },
    { figure: 'topic-sentiment', ...netOf(...feelingOf(tally)) },
    {
      ...{ figure: 'topic-first-contact', ...shareOf(countOf(tally, ['firstContact']), countOf(tally, ['resolved'])) },
      ...(ask.span.to > ask.settledUntil && { provisional: true }),
    },
  ]
  return rows.map(row => ({ ...row, ...named }))
}

function askedRows({ now, before, p, significant }: Judged, byTopic: CountedBy | undefined): Omit<ReportRow, 'key'>[] {
  const share = shareOf(now, allMatters(byTopic?.now))
  if (before === undefined)
    return [
      { figure: 'asked', value: now, n: now },
      { figure: 'asked-share', ...share },
    ]
  const earlier = shareOf(before, allMatters(byTopic?.before))
  const difference = (share.value ?? 0) - (earlier.value ?? 0)
  const tag = before === 0 ? 'new' : difference > 0 ? 'rising' : 'falling'
  const counted = { before: { value: before, n: before }, change: { difference: now - before } }
  return [
    { figure: 'asked', value: now, n: now, ...counted, ...(significant && { tag }) },
    {
      figure: 'asked-share',
      ...share,
      before: earlier,
      change: { difference, ...(p !== undefined && { p }), significant },
    },
  ]
}

const feelingOf = (tally: Tally): [number, number, number] => [
  countOf(tally, ['positive']),
  countOf(tally, ['negative']),
  countOf(tally, ['neutral']),
]

function totalsOf(counted: CountedBy | undefined): ReportRow[] {
  const now = allMatters(counted?.now)
  const before = counted?.before && allMatters(counted.before)
  return [
    {
      ...{ figure: 'asked', key: 'all', value: now, n: now },
      ...(before !== undefined && { before: { value: before, n: before }, change: { difference: now - before } }),
    },
  ]
}

import type { ReportQuery, ReportRow } from '../api/report.ts'
import type { CatalogueReads } from '../catalogue/catalogue-reads.ts'
import { runReport } from '../catalogue/run-report.ts'
import type { TopicKind } from '../catalogue/topic-reads.ts'
import type { ContentEntry } from './content.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import { type ExcerptReads, type Exchange, readExchanges } from './excerpts.ts'

/** A question that many ask: in their words, with the best answers given, and what we publish about it already. */
export type Idea = {
  topic: string
  label: string
  kind?: TopicKind
  asked: number
  before?: number
  tag?: ReportRow['tag']
  /** The share of its matters that one contact settled: low, and a text about it saves contacts. */
  settled?: number
  exchanges: Exchange[]
  coverage?: Coverage
}

export type IdeaReads = CatalogueReads & { timeline: ExcerptReads }

export type IdeaAsk = Pick<ReportQuery, 'from' | 'to' | 'kind'> & { limit: number }

const examplesEach = 6
const shownEach = 3

/** The most asked topics first. Throws `Unanswerable` for a period that reports do not keep. */
export async function contentIdeas(
  reads: IdeaReads,
  content: readonly ContentEntry[],
  { limit, ...asked }: IdeaAsk,
  seesPersonalData: boolean,
  now: string,
): Promise<Idea[]> {
  const report = await runReport(reads, 'topics', { ...asked, compare: 'before', limit }, now)
  const found = (report?.rows ?? []).filter(({ figure, value = 0 }) => figure === 'asked' && value > 0)
  const settled = new Map(
    (report?.rows ?? []).flatMap(({ figure, key, value }) =>
      figure === 'topic-first-contact' && value !== undefined ? [[key, value] as const] : [],
    ),
  )
  return Promise.all(found.map(row => ideaOf(reads, content, row, settled.get(row.key), seesPersonalData)))
}

async function ideaOf(
  reads: IdeaReads,
  content: readonly ContentEntry[],
  { key, label = key, kind, value: asked = 0, before, tag }: ReportRow,
  settled: number | undefined,
  seesPersonalData: boolean,
): Promise<Idea> {
  const examples = (await reads.topics?.examples(key, examplesEach)) ?? []
  const exchanges = answeredFirst(await readExchanges(reads.timeline, examples, seesPersonalData))
  const coverage = coverageOf([label, ...exchanges.map(({ asked: one }) => one.text)], content)
  return {
    ...{ topic: key, label, asked, exchanges: exchanges.slice(0, shownEach) },
    ...(kind && { kind }),
    ...(before?.value !== undefined && { before: before.value }),
    ...(tag && { tag }),
    ...(settled !== undefined && { settled }),
    ...(coverage && { coverage }),
  }
}

/** Those with an answer to learn from before those without; typical ones stay before less typical ones. */
const answeredFirst = (all: Exchange[]): Exchange[] =>
  all.toSorted((a, b) => Number(b.answers.length > 0) - Number(a.answers.length > 0))

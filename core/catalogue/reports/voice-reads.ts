import type { Panel } from '../../listening/listening.ts'
import { type MonthSum, mentionsOf } from '../../listening/month-sum.ts'
import { type Ask, Unanswerable } from '../ask.ts'
import type { CatalogueReads } from '../catalogue-reads.ts'
import { isLong, monthOf, type Span } from '../span.ts'

/** How often a member was named on a network on a day, or in a month where those are read. */
export type Named = MonthSum

/** What was counted in the period that is asked for, and in the one before. */
export type Counted = { now: Named[]; before: Named[] | undefined }

type Listening = CatalogueReads['listening']
type Period = Pick<Ask, 'span' | 'before'>

/** Days × networks × members that are read at most. */
const mostCounts = 20_000

/** Over 92 days the sums of months are read, which a period is then of; else days. */
export const readVoice = (listening: Listening, panels: Panel[], period: Period): Promise<Counted> =>
  isLong(period.span) ? months(listening, panels, period) : days(listening, panels, period)

/** The period before ends where the one that is asked for begins: one Query a panel reads both. */
async function months(listening: Listening, panels: Panel[], { span, before }: Period): Promise<Counted> {
  const [first, until] = [monthOf(span.from), monthOf(span.to)]
  const from = before ? monthOf(before.from) : first
  const read = (await Promise.all(panels.map(({ id }) => listening.months(id, { from, until })))).flat()
  return {
    now: read.filter(({ period }) => period >= first),
    before: before && read.filter(({ period }) => period < first),
  }
}

async function days(listening: Listening, panels: Panel[], { span, before }: Period): Promise<Counted> {
  const read = (of: Span) => countsOf(listening, panels, of)
  const [now, earlier] = await Promise.all([read(span), before && read(before)])
  return { now, before: earlier }
}

async function countsOf(listening: Listening, panels: Panel[], span: Span): Promise<Named[]> {
  const of = panels.filter(({ period }) => touches(period, span))
  const read = await Promise.all(
    of.map(({ id }) => listening.counts(id, { from: span.from, until: span.to, limit: mostCounts })),
  )
  if (read.some(counts => counts.length === mostCounts))
    throw new Unanswerable('That is too many counts: ask for fewer days.')
  return read.flat().map(count => ({
    ...{ period: count.day, network: count.network, member: count.member },
    ...mentionsOf(count),
  }))
}

export const touches = ({ from, until }: Panel['period'], span: Span): boolean => from <= span.to && span.from <= until

import type { Report, ReportQuery } from '../api/report.ts'
import { isTimeZone } from '../hours/zone-offset.ts'
import { answerReport } from './answer.ts'
import { askOf, Unanswerable } from './ask.ts'
import { cellReports, computedReports } from './catalogue.ts'
import type { CatalogueReads } from './catalogue-reads.ts'
import type { TopicReads } from './topic-reads.ts'

/** Answers a question to a report; undefined: there is no report of this name. Throws `Unanswerable`. */
export async function runReport(
  reads: CatalogueReads,
  name: string,
  query: ReportQuery,
  now: string,
): Promise<Report | undefined> {
  if (query.timezone !== undefined && !isTimeZone(query.timezone))
    throw new Unanswerable('This is no IANA time zone: write one like Europe/London, or leave timezone out.')
  const { store: cells, zone } = await reads.currentReports()
  const computed = computedReports.find(one => one.name === name)
  if (computed !== undefined) return computed.answer({ query, zone, now, cells }, reads)
  const report = cellReports.find(one => one.name === name)
  if (report === undefined) return undefined
  const answer = await answerReport(report, askOf(report, query, zone, now), cells)
  const noted = name === 'sentiment' ? { ...answer, notes: [...answer.notes, await accuracyNote(reads)] } : answer
  return answer.by.startsWith('topic') && reads.topics ? labelled(reads.topics, noted) : noted
}

/** What the classifier is worth stands beside what it says. */
export async function accuracyNote({ sentiments }: CatalogueReads): Promise<string> {
  const found = await sentiments?.head()
  if (found === undefined) return 'How often the reading of sentiment is right was not measured here yet.'
  const percent = Math.round(found.accuracy * 100)
  return `The reading of sentiment was right in ${percent} of 100 cases, told from ${found.labels} labels, each held back while it learned.`
}

/** Writes what topics are called beside their ids. */
export async function labelled(topics: TopicReads, report: Report): Promise<Report> {
  const ids = [...new Set(report.rows.map(({ key }) => key))]
  const texts = await topics.describe(ids)
  const rows = report.rows.map(row => {
    const found = texts.get(row.key)
    return found === undefined ? row : { ...row, label: found.label, ...(found.kind && { kind: found.kind }) }
  })
  return { ...report, rows }
}

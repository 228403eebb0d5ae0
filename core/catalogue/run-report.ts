import type { Report, ReportQuery } from '../api/report.ts'
import { isTimeZone } from '../hours/zone-offset.ts'
import { answerReport } from './answer.ts'
import { askOf, Unanswerable } from './ask.ts'
import { cellReports } from './catalogue.ts'
import type { CellReads } from './read-counted.ts'

/** What reports are read from: the cells of the generation that counts now, and the zone their days are of. */
export type ReportReads = { currentReports: () => Promise<{ store: CellReads; zone: string }> }

/** Answers a question to a report; undefined: there is no report of this name. Throws `Unanswerable`. */
export async function runReport(
  reads: ReportReads,
  name: string,
  query: ReportQuery,
  now: string,
): Promise<Report | undefined> {
  if (query.timezone !== undefined && !isTimeZone(query.timezone))
    throw new Unanswerable('This is no IANA time zone: write one like Europe/London, or leave timezone out.')
  const { store, zone } = await reads.currentReports()
  const report = cellReports.find(one => one.name === name)
  return report && answerReport(report, askOf(report, query, zone, now), store)
}

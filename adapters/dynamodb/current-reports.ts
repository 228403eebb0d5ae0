import { following } from '../../core/report/settings.ts'
import type { ReportStore } from '../../core/report/store.ts'
import { readReportSettings } from './report-settings.ts'
import { reportStore } from './report-store.ts'
import type { Table } from './table.ts'

/** Reports as they are read now: the cells, and the zone whose days they are of. */
export type CurrentReports = { store: ReportStore; zone: string; generation: number }

/** The generation that is read now; one small read. */
export const currentReports = (table: Table) => async (): Promise<CurrentReports> => {
  const { current } = await readReportSettings(table)
  return { store: reportStore(table, current.number), zone: current.zone, generation: current.number }
}

/**
 * The newest generation that follows what happens: while one is built, that one, since nothing tells of what it holds once
 * it is read.
 */
export const followedReports = (table: Table) => async (): Promise<ReportStore> => {
  const settings = await readReportSettings(table)
  const newest = following(settings).at(-1) ?? settings.current
  return reportStore(table, newest.number)
}

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

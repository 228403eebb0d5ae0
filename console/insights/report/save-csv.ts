import { reportCsv } from '../../../core/catalogue/csv.ts'
import type { Report } from '../../client/api.ts'
import { save } from '../../original/save-part.ts'

/** Saves what is on the screen as the very file that `GET /v1/reports/{name}.csv` answers to the same question. */
export function saveCsv(report: Report): void {
  const { figures, totals, rows, notes } = report
  const text = reportCsv({ ...report, figures: [...figures], totals: [...totals], rows: [...rows], notes: [...notes] })
  const { from, to } = report.period
  save(new Blob([text], { type: 'text/csv' }), `${report.name} ${from} ${to}.csv`)
}

import { Problem } from '../../../core/api/problem.ts'
import type { Report, ReportQuery } from '../../../core/api/report.ts'
import { reportCsv } from '../../../core/catalogue/csv.ts'
import { describeReports } from '../../../core/catalogue/describe-reports.ts'
import { runReport } from '../../../core/catalogue/run-report.ts'
import { listReports, readReport, readReportCsv } from '../../kit/described/catalogue.ts'
import { type Route, route } from '../../kit/http/route.ts'
import type { ReportsDependencies } from '../reports-dependencies.ts'
import { answered } from './answered.ts'

/** The catalogue, and what each report says. The CSV stands first: `{name}` would take its ending for a part of the name. */
export const catalogueRoutes = (deps: ReportsDependencies): Route[] => [
  route({ ...listReports, handle: async () => describeReports((await deps.currentReports()).zone) }),
  route({ ...readReportCsv, handle: async ({ params, query }) => reportCsv(await answer(deps, params.name, query)) }),
  route({ ...readReport, handle: ({ params, query }) => answer(deps, params.name, query) }),
]

async function answer(deps: ReportsDependencies, name: string, query: ReportQuery): Promise<Report> {
  const found = await answered(() => runReport(deps, name, query, deps.now()))
  if (found === undefined) throw new Problem('not-found', 'GET /v1/reports lists the reports there are.')
  return found
}

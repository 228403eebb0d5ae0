import { Problem } from '../../../core/api/problem.ts'
import { reportNames } from '../../../core/catalogue/catalogue.ts'
import { mostSaved, type SavedReport, savedFor } from '../../../core/saved-report/saved-report.ts'
import { keepSavedReport, listSavedReports, removeSavedReport } from '../../kit/described/saved-reports.ts'
import { type Route, route } from '../../kit/http/route.ts'
import type { ReportsDependencies } from '../reports-dependencies.ts'

/** Views that people keep: each their own, some for everybody. */
export const savedReportRoutes = ({ savedReports, now }: ReportsDependencies): Route[] => [
  route({
    ...listSavedReports,
    handle: async ({ actor: { subject } }) => ({
      items: (await savedFor(savedReports, subject)).map(saved => shown(saved, subject)),
    }),
  }),
  route({
    ...keepSavedReport,
    handle: async ({ params: { id }, body, actor: { subject, name } }) => {
      if (!reportNames.has(body.report))
        throw new Problem('invalid-request', undefined, { errors: [{ field: 'body.report', message: noReport }] })
      const known = await savedReports.ofOwner(subject)
      if (known.length >= mostSaved && !known.some(one => one.id === id)) throw new Problem('conflict', tooMany)
      const saved: SavedReport = { ...body, v: 1, id, owner: subject, ownerName: name ?? subject, savedAt: now() }
      await savedReports.write(saved)
      return shown(saved, subject)
    },
  }),
  route({
    ...removeSavedReport,
    handle: async ({ params: { id }, actor: { subject } }) => {
      if ((await savedReports.read(subject, id)) === undefined)
        throw new Problem('not-found', 'You keep no view of this id; those of others are theirs to remove.')
      await savedReports.remove(subject, id)
      return { removed: true as const }
    },
  }),
]

const noReport = 'is no report: GET /v1/reports lists them'
const tooMany = `You keep ${mostSaved} views: remove one first.`

/** To whom somebody has it mailed is theirs to know. */
const shown = ({ owner, ownerName, v: _v, schedule, ...saved }: SavedReport, reader: string) => ({
  ...saved,
  ...(schedule && owner === reader && { schedule }),
  own: owner === reader,
  by: ownerName,
})

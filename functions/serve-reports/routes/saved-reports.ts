import { Problem } from '../../../core/api/problem.ts'
import { reportNames } from '../../../core/catalogue/catalogue.ts'
import { recipientsOf, scheduleView } from '../../../core/digest/subscribe.ts'
import { isTimeZone } from '../../../core/hours/zone-offset.ts'
import type { Agent } from '../../../core/people/agent.ts'
import { mostSaved, type SavedReport, savedFor } from '../../../core/saved-report/saved-report.ts'
import { keepSavedReport, listSavedReports, removeSavedReport } from '../../kit/described/saved-reports.ts'
import { type Route, route } from '../../kit/http/route.ts'
import type { ReportsDependencies } from '../reports-dependencies.ts'

/** As many as a company has, in one page. */
const mostAgents = 1000

/** Whom it is mailed to; who is no colleague is named, so that nobody waits for a mail that is not sent. */
async function colleaguesOf({ people }: ReportsDependencies, { schedule }: SavedReport): Promise<Agent[]> {
  if (schedule === undefined) return []
  if (schedule.zone !== undefined && !isTimeZone(schedule.zone)) throw refused('zone', 'is no IANA time zone')
  const agents = await people.agents.list(mostAgents)
  const [stranger] = recipientsOf(schedule.to, agents).unknown
  if (stranger !== undefined) throw refused(`to.${schedule.to.indexOf(stranger)}`, noColleague)
  return agents
}

const noColleague = 'is no active colleague’s address: an operator enters addresses with PUT /v1/agents/{id}'
const refused = (field: string, message: string) =>
  new Problem('invalid-request', undefined, { errors: [{ field: `body.schedule.${field}`, message }] })

/** Views that people keep: each their own, some for everybody. */
export const savedReportRoutes = (deps: ReportsDependencies): Route[] => [
  route({
    ...listSavedReports,
    handle: async ({ actor: { subject } }) => ({
      items: (await savedFor(deps.savedReports, subject)).map(saved => shown(saved, subject)),
    }),
  }),
  route({
    ...keepSavedReport,
    handle: async ({ params: { id }, body, actor: { subject, name } }) => {
      const { savedReports, subscriptions, currentReports, now } = deps
      if (!reportNames.has(body.report))
        throw new Problem('invalid-request', undefined, { errors: [{ field: 'body.report', message: noReport }] })
      const known = await savedReports.ofOwner(subject)
      if (known.length >= mostSaved && !known.some(one => one.id === id)) throw new Problem('conflict', tooMany)
      const saved: SavedReport = { ...body, v: 1, id, owner: subject, ownerName: name ?? subject, savedAt: now() }
      const agents = await colleaguesOf(deps, saved)
      await savedReports.write(saved)
      await scheduleView(subscriptions, saved, agents, (await currentReports()).zone, now())
      return shown(saved, subject)
    },
  }),
  route({
    ...removeSavedReport,
    handle: async ({ params: { id }, actor: { subject } }) => {
      if ((await deps.savedReports.read(subject, id)) === undefined)
        throw new Problem('not-found', 'You keep no view of this id; those of others are theirs to remove.')
      await deps.savedReports.remove(subject, id)
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

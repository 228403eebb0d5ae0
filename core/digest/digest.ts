import { type Report, type ReportFigure, type ReportRow, reportQuerySchema } from '../api/report.ts'
import type { CatalogueReads } from '../catalogue/catalogue-reads.ts'
import { effectOf } from '../catalogue/reports/effect.ts'
import { runReport } from '../catalogue/run-report.ts'
import { dayOf, daysLater } from '../report/zone.ts'
import { discoveries } from '../statistics/rise.ts'
import { cellsReadOnce } from './read-once.ts'

/** A change that says something: more than chance makes of as many figures, looked at together. */
export type Finding = {
  report: string
  figure: ReportFigure
  /** Whose it is: a team, a topic; absent: the department's, or the company's. */
  of?: string
  value: number
  before: number
  n: number
  /** Absent where which way is good depends. */
  good?: boolean
}

export type Digest = {
  department?: string
  period: { from: string; to: string }
  /** How many contacts came, and whether that is more or fewer than single days differ by themselves. */
  volume: { now: number; before: number; change: 'more' | 'fewer' | 'as usual' }
  /** The department's own, the surest first. */
  changes: Finding[]
  /** New and rising topics of the whole company. */
  topics: { label: string; now: number; before: number; tag: 'new' | 'rising' }[]
  /** What any team did better. */
  wins: Finding[]
}

export type DigestAsk = { department?: string | undefined; days: number }

const judgedReports = ['service-level', 'first-contact-resolution', 'repeat-contacts', 'satisfaction', 'sentiment']
const teamReports = ['service-level', 'first-contact-resolution', 'satisfaction']

/** One screen. */
const most = { changes: 6, topics: 4, wins: 3 }

/** What changed in the days up to yesterday, against as many before them, for a department or everybody. */
export async function digestOf(reads: CatalogueReads, { department, days }: DigestAsk, now: string): Promise<Digest> {
  const { store, zone } = await reads.currentReports()
  const cells = cellsReadOnce(store)
  const once: CatalogueReads = { ...reads, currentReports: async () => ({ store: cells, zone }) }
  const to = daysLater(dayOf(now, zone), -1)
  const period = { from: daysLater(to, 1 - days), to }
  const part = department === undefined ? { by: 'all' } : { by: 'department', value: department }
  const ask = async (name: string, more: object): Promise<Report[]> => {
    const found = await runReport(once, name, reportQuerySchema.parse({ ...period, ...more }), now)
    return found === undefined ? [] : [found]
  }
  const [[volume], own, teams, [topics]] = await Promise.all([
    ask('volume', { ...part, grain: 'day' }),
    Promise.all(judgedReports.map(name => ask(name, { ...part, grain: 'total' }))),
    Promise.all(teamReports.map(name => ask(name, { by: 'team', grain: 'total', limit: 50 }))),
    ask('topics', {}),
  ])
  return {
    ...(department !== undefined && { department }),
    period,
    volume: volumeOf(volume?.rows ?? []),
    changes: findings(own.flat(), false).slice(0, most.changes),
    topics: topicsOf(topics?.rows ?? []),
    wins: findings(teams.flat(), true)
      .filter(({ good }) => good === true)
      .slice(0, most.wins),
  }
}

/** Contacts of days are compared as days differ, not as single contacts would. */
function volumeOf(rows: readonly ReportRow[]): Digest['volume'] {
  const inbound = rows.filter(({ figure }) => figure === 'inbound')
  const series = { now: inbound.map(({ value = 0 }) => value), before: inbound.map(({ before }) => before?.value ?? 0) }
  const [now, before] = [sum(series.now), sum(series.before)]
  const { interval } = effectOf(series)
  const change =
    interval === undefined || (interval.low <= 1 && interval.high >= 1) ? 'as usual' : now > before ? 'more' : 'fewer'
  return { now, before, change }
}

const sum = (all: readonly number[]): number => all.reduce((total, n) => total + n, 0)

type Candidate = Finding & { p: number }

function findings(reports: readonly Report[], named: boolean): Finding[] {
  const all = reports.flatMap(report => report.rows.flatMap(row => candidateOf(report, row, named)))
  return discoveries(all).map(({ p: _p, ...finding }) => finding)
}

/** A row that is settled, and compared with the period before by a test. */
function candidateOf(report: Report, row: ReportRow, named: boolean): Candidate[] {
  const figure = report.figures.find(({ id }) => id === row.figure)
  const { value, before, change, n, provisional } = row
  if (figure === undefined || change?.p === undefined || value === undefined || before?.value === undefined) return []
  if (provisional) return []
  const good = figure.better === 'neither' ? undefined : (figure.better === 'more') === change.difference > 0
  return [
    {
      ...{ report: report.name, figure, value, before: before.value, n, p: change.p },
      ...(named && { of: row.label ?? row.key }),
      ...(good !== undefined && { good }),
    },
  ]
}

const topicsOf = (rows: readonly ReportRow[]): Digest['topics'] =>
  rows
    .flatMap(({ figure, label, key, value = 0, before, tag }) =>
      figure === 'asked' && (tag === 'new' || tag === 'rising')
        ? [{ label: label ?? key, now: value, before: before?.value ?? 0, tag }]
        : [],
    )
    .slice(0, most.topics)

import type { Report, ReportFigure, ReportRow } from '../../api/report.ts'
import { type Forecast, forecastWorkload, week } from '../../forecast/workload.ts'
import type { Counted } from '../../report/cells.ts'
import type { By } from '../../report/dimension.ts'
import { readHistograms } from '../../report/read-cells.ts'
import { dayOf, daysLater } from '../../report/zone.ts'
import { headOf } from '../answer.ts'
import { Unanswerable } from '../ask.ts'
import type { ComputedReport, Question } from '../report-spec.ts'
import { everyDay } from '../span.ts'

const figures: readonly ReportFigure[] = [
  {
    ...{
      id: 'expected',
      title: 'Expected contacts',
      unit: 'count',
      of: 'contacts of the weeks before',
      better: 'neither',
    },
    certainty: 'interval',
    definition:
      'Contacts that will come in that hour; four hours in five of the weeks that were tried lay within the interval.',
  },
  {
    ...{ id: 'forecast-error', title: 'Error of the forecast', unit: 'ratio', of: 'contacts of the weeks before' },
    ...{ better: 'less', certainty: 'exact' },
    definition:
      'All misses ÷ all contacts (WAPE) of the last weeks, each forecast from what lay before it. Before: had the week before been taken for the next.',
  },
]

export const workloadForecast: ComputedReport = {
  name: 'workload-forecast',
  title: 'Workload forecast',
  definition:
    'The contacts of each hour of the next week, by the rhythm of the last eight: of three plain methods the one is taken that missed least when it was tried on the last weeks. It knows of no holidays and no campaigns.',
  source: 'Hyndman and Athanasopoulos, Forecasting: principles and practice, 5.8 and 5.10',
  chart: 'series',
  by: ['channel', 'all', 'network', 'team'],
  grains: ['hour'],
  figures,
  answer: answerForecast,
}

const weeksRead = 8
const daysAhead = 7
const mostValues = 12

async function answerForecast({ query, zone, now, cells }: Question): Promise<Report> {
  const by = query.by ?? 'channel'
  if (!workloadForecast.by.includes(by))
    throw new Unanswerable(`Hours are kept by ${workloadForecast.by.join(', ')}: choose one as by.`)
  const today = dayOf(now, zone)
  const days = everyDay({ from: daysLater(today, -7 * weeksRead), to: daysLater(today, -1) })
  const asked = { grain: 'day', from: days[0] ?? today, to: days.at(-1) ?? today, by, histogram: 'load' } as const
  const history = historyOf(await readHistograms(cells, asked), days, zone)
  const values = valuesOf(history, query.value)
  const rows = values.slice(0, mostValues).map(value => rowsOf(by, value, history, now))
  return {
    ...headOf(
      workloadForecast,
      { span: { from: today, to: daysLater(today, daysAhead) }, grain: 'hour', by, zone },
      [],
    ),
    figures: [...figures],
    totals: rows.flatMap(({ errors }) => errors),
    rows: rows.flatMap(({ hours }) => hours),
    left: Math.max(0, values.length - mostValues),
    notes: rows.flatMap(({ notes }) => notes),
  }
}

/** What came by value, hour by hour without a gap, up to the end of yesterday. */
type History = { end: number; hourly: Map<string, number[]> }

const hourMs = 3_600_000

function historyOf(counted: readonly Counted[], days: readonly string[], zone: string): History {
  const hours = days.flatMap(day => hoursOfDay(day, zone))
  const positions = new Map(hours.map(({ name }, at) => [name, at]))
  const hourly = new Map<string, number[]>()
  let first = hours.length
  for (const { period, value, buckets } of counted) {
    const series = hourly.get(value) ?? new Array<number>(hours.length).fill(0)
    hourly.set(value, series)
    for (const [hour, n] of buckets) {
      const at = positions.get(`${period} ${hour}`)
      if (at === undefined) continue
      series[at] = (series[at] ?? 0) + n
      if (n > 0) first = Math.min(first, at)
    }
  }
  const length = Math.floor((hours.length - first) / week) * week
  const end = (hours.at(-1)?.at ?? 0) + hourMs
  return { end, hourly: new Map([...hourly].map(([value, series]) => [value, series.slice(series.length - length)])) }
}

/** The hours of UTC that begin in a day of a zone, in order, by the names that cells tell them by. */
function hoursOfDay(day: string, zone: string): { name: string; at: number }[] {
  const start = Date.parse(`${daysLater(day, -1)}T00:00:00.000Z`)
  return Array.from({ length: 72 }, (_, n) => start + n * hourMs)
    .filter(at => dayOf(new Date(at).toISOString(), zone) === day)
    .map(at => ({ name: `${day} ${new Date(at).getUTCHours()}`, at }))
}

function valuesOf({ hourly }: History, wanted: string | undefined): string[] {
  const sum = (series: readonly number[]) => series.reduce((total, n) => total + n, 0)
  const sorted = [...hourly].sort(([a, one], [b, other]) => sum(other) - sum(one) || (a < b ? -1 : 1))
  return sorted.map(([value]) => value).filter(value => wanted === undefined || value === wanted)
}

type Forecasted = { hours: ReportRow[]; errors: ReportRow[]; notes: string[] }

function rowsOf(by: By, value: string, { end, hourly }: History, now: string): Forecasted {
  const series = hourly.get(value) ?? []
  const first = Math.max(0, Math.floor((Date.parse(now) - end) / hourMs))
  const forecast = forecastWorkload(series, first + daysAhead * 24)
  if (forecast === undefined) {
    return {
      hours: [],
      errors: [],
      notes: [`Less than three weeks are known of ${by} ${value}: there is nothing to try a forecast on.`],
    }
  }
  const n = series.reduce((sum, count) => sum + count, 0)
  const hours = forecast.hours.slice(first).map(
    ({ expected, low, high }, ahead): ReportRow => ({
      ...{ figure: 'expected', key: value, value: expected, n, interval: { low, high } },
      period: new Date(end + (first + ahead) * hourMs).toISOString(),
    }),
  )
  return { hours, errors: [errorRow(value, forecast, n)], notes: [] }
}

const errorRow = (key: string, { error, naive }: Forecast, n: number): ReportRow => ({
  ...{ figure: 'forecast-error', key, value: error, n },
  before: { value: naive, n },
  change: { difference: error - naive },
})

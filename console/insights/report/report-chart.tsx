import BarChart from '@cloudscape-design/components/bar-chart'
import MixedLineBarChart, { type MixedLineBarChartProps } from '@cloudscape-design/components/mixed-line-bar-chart'
import type { Report, ReportFigure, ReportRow } from '../../client/api.ts'
import { useWords } from '../../words/words.ts'
import type { Labels } from '../labels.ts'
import { axisText, periodText, spanText, valueText } from '../write-value.ts'

type ChartProps = { report: Report; figure: ReportFigure; rows: readonly ReportRow[]; labels: Labels }

/** More bars than these are no picture: the table has them all. */
const mostBars = 15

/** The rows of one figure, drawn: over time where they have periods, else one bar for each value. */
export function ReportChart(props: ChartProps) {
  return props.rows.some(({ period }) => period !== undefined) ? <OverTime {...props} /> : <Bars {...props} />
}

type Series = MixedLineBarChartProps.DataSeries<string>

function OverTime({ report, figure, rows, labels }: ChartProps) {
  const words = useWords()
  const { say, language } = words
  const step = stepOf(rows, figure)
  const valueFormatter = (value: number) => valueText(value * step, figure.unit, words)
  const periods = [...new Set(rows.flatMap(({ period }) => period ?? []))]
  const lines = Map.groupBy(rows, row => `${row.key}|${row.other ?? ''}`)
  const asBars = figure.unit === 'count' && lines.size === 1
  const own = [...lines.values()].map(
    (all): Series => ({
      type: asBars ? 'bar' : 'line',
      title: lines.size === 1 ? figure.title : titleOf(all, labels),
      data: all.flatMap(({ period, value }) =>
        period === undefined || value === undefined ? [] : [{ x: period, y: value / step }],
      ),
      valueFormatter,
    }),
  )
  const before =
    lines.size === 1 && report.before
      ? [
          beforeSeries(
            rows,
            step,
            say('insights.the-before', { span: spanText(report.before, language) }),
            valueFormatter,
          ),
        ]
      : []
  return (
    <MixedLineBarChart<string>
      series={[...own, ...before.filter(({ data }) => data.length > 0)]}
      xScaleType="categorical"
      xDomain={periods}
      yDomain={domainOf(rows, figure, step)}
      height={280}
      hideFilter
      emphasizeBaselineAxis
      ariaLabel={say('insights.chart', { figure: figure.title })}
      i18nStrings={{
        xTickFormatter: period => periodText(period, language, report.timezone),
        yTickFormatter: value => axisText(value * step, figure.unit, words),
      }}
      empty={say('insights.nothing-told')}
    />
  )
}

const titleOf = ([row]: readonly ReportRow[], labels: Labels): string =>
  row === undefined ? '' : row.other === undefined ? labels.key(row) : `${labels.key(row)} · ${labels.other(row)}`

const beforeSeries = (
  rows: readonly ReportRow[],
  step: number,
  title: string,
  valueFormatter: (value: number) => string,
): Series => ({
  ...{ type: 'line', title, color: 'var(--quiet)', valueFormatter },
  data: rows.flatMap(({ period, before }) =>
    period === undefined || before?.value === undefined ? [] : [{ x: period, y: before.value / step }],
  ),
})

/** From nothing, or what lies below it, to a little more than the most; shares that come near the whole end there. */
function domainOf(rows: readonly ReportRow[], { unit }: ReportFigure, step: number): [number, number] {
  const [low, high] = boundsOf(rows)
  if (unit === 'share' && high > 0.5) return [0, 1]
  if (low === 0 && high === 0) return [0, 1]
  const room = (high - low) * 0.08
  return [low < 0 ? (low - room) / step : 0, (high + room) / step]
}

function boundsOf(rows: readonly ReportRow[]): [number, number] {
  const values = rows.flatMap(({ value = 0, before }) => [value, before?.value ?? 0])
  return [Math.min(0, ...values), Math.max(0, ...values)]
}

/** Axes are divided by tens: durations are drawn in minutes, hours or days, so that there is `30m` and not `33m 20s`. */
function stepOf(rows: readonly ReportRow[], { unit }: ReportFigure): number {
  const [, high] = boundsOf(rows)
  return unit === 'seconds' ? ([86_400, 3600, 60].find(step => high >= 2 * step) ?? 1) : 1
}

function Bars({ report, figure, rows, labels }: ChartProps) {
  const words = useWords()
  const { say, language } = words
  const shown = rows.filter(({ value }) => value !== undefined).slice(0, mostBars)
  const step = stepOf(shown, figure)
  const valueFormatter = (value: number) => valueText(value * step, figure.unit, words)
  const series = (title: string, of: (row: ReportRow) => number | undefined) => ({
    ...{ type: 'bar' as const, title, valueFormatter },
    data: shown.flatMap(row => {
      const y = of(row)
      return y === undefined ? [] : [{ x: titleOf([row], labels), y: y / step }]
    }),
  })
  const before = report.before && shown.some(row => row.before?.value !== undefined)
  return (
    <BarChart<string>
      series={[
        series(figure.title, ({ value }) => value),
        ...(before
          ? [
              {
                ...series(
                  say('insights.the-before', { span: spanText(report.before ?? report.period, language) }),
                  row => row.before?.value,
                ),
                color: 'var(--quiet)',
              },
            ]
          : []),
      ]}
      horizontalBars
      xScaleType="categorical"
      yDomain={domainOf(shown, figure, step)}
      height={Math.max(120, shown.length * (before ? 44 : 30))}
      hideFilter
      emphasizeBaselineAxis
      ariaLabel={say('insights.chart', { figure: figure.title })}
      i18nStrings={{ yTickFormatter: value => axisText(value * step, figure.unit, words) }}
      empty={say('insights.nothing-told')}
    />
  )
}

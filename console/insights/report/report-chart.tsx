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
  const valueFormatter = (value: number) => valueText(value, figure.unit, words)
  const periods = [...new Set(rows.flatMap(({ period }) => period ?? []))]
  const lines = Map.groupBy(rows, row => `${row.key}|${row.other ?? ''}`)
  const asBars = figure.unit === 'count' && lines.size === 1
  const own = [...lines.values()].map(
    (all): Series => ({
      type: asBars ? 'bar' : 'line',
      title: lines.size === 1 ? figure.title : titleOf(all, labels),
      data: all.flatMap(({ period, value }) =>
        period === undefined || value === undefined ? [] : [{ x: period, y: value }],
      ),
      valueFormatter,
    }),
  )
  const before =
    lines.size === 1 && report.before
      ? [beforeSeries(rows, say('insights.the-before', { span: spanText(report.before, language) }), valueFormatter)]
      : []
  return (
    <MixedLineBarChart<string>
      series={[...own, ...before.filter(({ data }) => data.length > 0)]}
      xScaleType="categorical"
      xDomain={periods}
      yDomain={domainOf(rows, figure)}
      height={280}
      hideFilter
      emphasizeBaselineAxis
      ariaLabel={say('insights.chart', { figure: figure.title })}
      i18nStrings={{
        xTickFormatter: period => periodText(period, language, report.timezone),
        yTickFormatter: value => axisText(value, figure.unit, words),
      }}
      empty={say('insights.nothing-told')}
    />
  )
}

const titleOf = ([row]: readonly ReportRow[], labels: Labels): string =>
  row === undefined ? '' : row.other === undefined ? labels.key(row) : `${labels.key(row)} · ${labels.other(row)}`

const beforeSeries = (
  rows: readonly ReportRow[],
  title: string,
  valueFormatter: (value: number) => string,
): Series => ({
  ...{ type: 'line', title, color: 'var(--quiet)', valueFormatter },
  data: rows.flatMap(({ period, before }) =>
    period === undefined || before?.value === undefined ? [] : [{ x: period, y: before.value }],
  ),
})

/** From nothing, or what lies below it, to a little more than the most; shares that come near the whole end there. */
function domainOf(rows: readonly ReportRow[], { unit }: ReportFigure): [number, number] {
  const values = rows.flatMap(({ value = 0, before }) => [value, before?.value ?? 0])
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  if (unit === 'share' && high > 0.5) return [0, 1]
  const room = (high - low || 1) * 0.08
  return [low < 0 ? low - room : 0, high + room]
}

function Bars({ report, figure, rows, labels }: ChartProps) {
  const words = useWords()
  const { say, language } = words
  const shown = rows.filter(({ value }) => value !== undefined).slice(0, mostBars)
  const valueFormatter = (value: number) => valueText(value, figure.unit, words)
  const series = (title: string, of: (row: ReportRow) => number | undefined) => ({
    ...{ type: 'bar' as const, title, valueFormatter },
    data: shown.flatMap(row => {
      const y = of(row)
      return y === undefined ? [] : [{ x: titleOf([row], labels), y }]
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
      yDomain={domainOf(shown, figure)}
      height={Math.max(120, shown.length * (before ? 44 : 30))}
      hideFilter
      emphasizeBaselineAxis
      ariaLabel={say('insights.chart', { figure: figure.title })}
      i18nStrings={{ yTickFormatter: value => axisText(value, figure.unit, words) }}
      empty={say('insights.nothing-told')}
    />
  )
}

import type { ReportFigure, ReportRow } from '../../client/api.ts'
import { useWords } from '../../words/words.ts'
import type { Labels } from '../labels.ts'
import { valueText } from '../write-value.ts'

type MatrixProps = {
  figure: ReportFigure
  rows: readonly ReportRow[]
  labels: Labels
  /** What lies down, and what lies across. */
  down: string
  across: string
}

/** From left to top: how much of what lies down went to what lies across; the more, the stronger the colour. */
export function HeatMatrix({ figure, rows, labels, down, across }: MatrixProps) {
  const words = useWords()
  const keys = distinct(rows, ({ key }) => key)
  const others = distinct(rows, ({ other = '' }) => other)
  const cells = new Map(rows.map(row => [`${row.key}|${row.other}`, row]))
  const most = Math.max(1, ...rows.map(({ value = 0 }) => Math.abs(value)))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard (WCAG 2.1.1)
    <section className="matrix-scroll" tabIndex={0} aria-label={figure.title}>
      <table className="matrix">
        <caption className="quiet">{words.say('insights.matrix', { down, across })}</caption>
        <thead>
          <tr>
            <th scope="col">
              {down} → {across}
            </th>
            {[...others].map(([other, row]) => (
              <th key={other} scope="col">
                {labels.other(row)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...keys].map(([key, row]) => (
            <tr key={key}>
              <th scope="row">{labels.key(row)}</th>
              {[...others.keys()].map(other => (
                <Cell key={other} row={cells.get(`${key}|${other}`)} figure={figure} most={most} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Every value once, with the first row that has it. */
function distinct(rows: readonly ReportRow[], of: (row: ReportRow) => string): Map<string, ReportRow> {
  const found = new Map<string, ReportRow>()
  for (const row of rows) if (!found.has(of(row))) found.set(of(row), row)
  return found
}

/** Steps of colour whose contrast with the text is the same in both themes: see insights.css. */
const steps = 5

type CellProps = { row: ReportRow | undefined; figure: ReportFigure; most: number }

function Cell({ row, figure, most }: CellProps) {
  const words = useWords()
  if (row?.value === undefined) return <td className="none">–</td>
  const heat = row.value === 0 ? 0 : Math.max(1, Math.ceil((Math.abs(row.value) / most) * steps))
  return (
    <td data-heat={heat}>
      {valueText(row.value, figure.unit, words)}
      {row.n !== row.value && <span className="quiet"> n {valueText(row.n, 'count', words)}</span>}
    </td>
  )
}

import type { Report, ReportFigure, ReportRow } from '../../client/api.ts'
import { useWords } from '../../words/words.ts'
import { Change } from '../change.tsx'
import { valueText } from '../write-value.ts'

type CardsProps = {
  report: Report
  chosen: string
  /** The only value that is asked for. */
  value: string | undefined
  onChoose: (figure: string) => void
}

/** Each figure over the whole period, of everything or of the one value that is asked for; the one that is pressed is drawn below. */
export function FigureCards({ report, chosen, value, onChoose }: CardsProps) {
  const { say } = useWords()
  const own = report.rows.filter(({ key, period }) => key === value && period === undefined)
  const told = own.length > 0 ? own : report.totals
  return (
    <>
      {value !== undefined && own.length === 0 && <p className="report-span quiet">{say('insights.over-all')}</p>}
      <ul className="figures" aria-label={say('insights.figures')}>
        {report.figures.map(figure => (
          <li key={figure.id}>
            <button type="button" aria-pressed={figure.id === chosen} onClick={() => onChoose(figure.id)}>
              <span className="figure-title">{figure.title}</span>
              <BigFigure figure={figure} row={told.find(row => row.figure === figure.id)} />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** A figure with what it is told from, how sure it is, and by how much it changed. */
export function BigFigure({ figure, row }: { figure: ReportFigure; row: ReportRow | undefined }) {
  const words = useWords()
  const { say } = words
  const written = (value: number) => valueText(value, figure.unit, words)
  if (row === undefined) return <span className="quiet">{say('insights.by-value-only')}</span>
  return (
    <>
      <span className="figure-value">{row.value === undefined ? '–' : written(row.value)}</span>
      <Change row={row} figure={figure} />
      <span className="quiet">
        {figure.unit !== 'count' && say('insights.told-from', { n: valueText(row.n, 'count', words), of: figure.of })}
        {row.interval &&
          ` · ${say('insights.between', { low: written(row.interval.low), high: written(row.interval.high) })}`}
        {row.provisional === true && ` · ${say('insights.provisional')}`}
      </span>
    </>
  )
}

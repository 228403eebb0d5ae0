import type { Report, ReportFigure, ReportRow } from '../../client/api.ts'
import { useWords } from '../../words/words.ts'
import { Change } from '../change.tsx'
import { valueText } from '../write-value.ts'

type CardsProps = { report: Report; chosen: string; onChoose: (figure: string) => void }

/** Each figure over everything and the whole period, large; the one that is pressed is drawn below. */
export function FigureCards({ report, chosen, onChoose }: CardsProps) {
  const { say } = useWords()
  return (
    <ul className="figures" aria-label={say('insights.figures')}>
      {report.figures.map(figure => (
        <li key={figure.id}>
          <button type="button" aria-pressed={figure.id === chosen} onClick={() => onChoose(figure.id)}>
            <span className="figure-title">{figure.title}</span>
            <BigFigure figure={figure} row={report.totals.find(row => row.figure === figure.id)} />
          </button>
        </li>
      ))}
    </ul>
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

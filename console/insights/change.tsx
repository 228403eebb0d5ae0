import type { ReportFigure, ReportRow } from '../client/api.ts'
import { useWords } from '../words/words.ts'
import { differenceText, none } from './write-value.ts'

type ChangeProps = { row: Pick<ReportRow, 'change'>; figure: Pick<ReportFigure, 'unit' | 'better'> }

/** By how much it changed, whether that is good news, and whether chance alone may have done it. */
export function Change({ row: { change }, figure: { unit, better } }: ChangeProps) {
  const words = useWords()
  if (change === undefined) return null
  const { difference, p, significant } = change
  const isNews = significant === true && better !== 'neither'
  const mood = !isNews ? '' : difference > 0 === (better === 'more') ? 'good' : 'bad'
  const text = differenceText(difference, unit, words)
  return (
    <span className={`change ${mood}`}>
      <span aria-hidden="true">{text === none ? '' : difference > 0 ? '▲ ' : '▼ '}</span>
      {text}
      {mood !== '' && <span className="insights-heard"> ({words.say(`insights.mood.${mood}`)})</span>}
      {significant !== undefined && (
        <span className="quiet">
          {' '}
          {words.say(significant ? 'insights.change-sure' : 'insights.change-chance', { p: pText(p) })}
        </span>
      )}
    </span>
  )
}

const pText = (p: number | undefined): string => (p === undefined ? '' : p < 0.001 ? '< 0.001' : p.toFixed(3))

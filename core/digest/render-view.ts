import type { Report, ReportRow } from '../api/report.ts'
import type { SavedReport } from '../saved-report/saved-report.ts'
import { type Line, type RenderedDigest, rendered, type Section } from './page.ts'
import { formatted } from './render.ts'
import { type Mark, type Words, wordsOf } from './words/words.ts'

/** One screen: what is left over is in the report. */
const mostLines = 12

/** A view of a report as it is mailed: each figure over everything, then the greatest values of what it is by. */
export function renderView(saved: SavedReport, report: Report): RenderedDigest {
  const language = saved.schedule?.language ?? 'en'
  const words = wordsOf(language)
  const title = `${saved.name}, ${words.span(report.period.from, report.period.to)}`
  const telling = report.totals.filter(row => row.change?.significant === true).length
  const values = report.by === 'all' ? [] : report.rows.filter(row => row.value !== undefined)
  const left = values.length - mostLines + report.left
  return rendered({
    language,
    subject: `${title}: ${words.changes(telling)}`,
    title,
    intro: [words.report(report.name, report.title)],
    sections: [
      sectionOf(words.sections.figures, report, report.totals, words),
      ...(values.length === 0 ? [] : [sectionOf(words.sections.rows, report, values.slice(0, mostLines), words)]),
    ],
    notes: [...(left > 0 ? [words.left(left)] : []), words.keptBy(saved.ownerName)],
  })
}

const sectionOf = (title: string, report: Report, rows: readonly ReportRow[], words: Words): Section => ({
  title,
  lines: rows.flatMap(row => lineOf(report, row, words)),
  none: words.none.rows,
})

function lineOf(report: Report, row: ReportRow, words: Words): Line[] {
  const figure = report.figures.find(({ id }) => id === row.figure)
  const { value, before, n } = row
  if (figure === undefined || value === undefined) return []
  const [name, of] = [words.figure(figure), words.of(figure)]
  const shown = formatted(value, figure.unit, words)
  const numbers =
    before?.value === undefined
      ? words.told(shown, n, of)
      : words.was(shown, formatted(before.value, figure.unit, words), n, of)
  const mark = markOf(row, figure.better)
  const why = mark && words.why(figure.id)
  return [
    {
      mark: mark && words.marks[mark],
      head: row.key === 'all' ? name : `${keyOf(row)}: ${name}`,
      detail: why ? `${numbers} ${why}` : numbers,
    },
  ]
}

const keyOf = ({ key, label, other, otherLabel }: ReportRow): string =>
  other === undefined ? (label ?? key) : `${label ?? key} → ${otherLabel ?? other}`

/** A change is called one only where it was tested, or where a topic's rise was. */
function markOf({ tag, change }: ReportRow, better: 'more' | 'less' | 'neither'): Mark | undefined {
  if (tag !== undefined) return tag
  if (change?.significant !== true) return undefined
  if (better === 'neither') return 'changed'
  return (better === 'more') === change.difference > 0 ? 'better' : 'worse'
}

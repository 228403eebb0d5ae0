import type { Report, ReportRow } from '../api/report.ts'

type Field = string | number | boolean | null | undefined

/** Spreadsheets take what begins so for a formula: OWASP ASVS 5.0, 1.2.10. Numbers of ours begin with a digit or a minus. */
const formula = /^[=+\-@\t\r\0]/

/** Texts that a spreadsheet would run get an apostrophe in front, which shows it a text. */
export const harmless = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** A field by RFC 4180, 2.6 and 2.7. */
function field(value: Field): string {
  if (value === undefined || value === null) return ''
  if (typeof value !== 'string') return String(value)
  const text = harmless(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Lines end with CRLF, as RFC 4180 has it. */
export const csvOf = (columns: readonly string[], rows: readonly (readonly Field[])[]): string =>
  [columns, ...rows].map(row => `${row.map(field).join(',')}\r\n`).join('')

export const reportColumns = [
  ...['report', 'figure', 'key', 'other', 'label', 'from', 'to', 'period', 'value', 'unit', 'n', 'low', 'high'],
  ...['provisional', 'before', 'before_n', 'difference', 'p', 'significant', 'tag'],
] as const

/** The rows of a report; the totals stand first, with the key `all`, where the rows are not the totals. */
export function reportCsv(report: Report): string {
  const units = new Map(report.figures.map(({ id, unit }) => [id, unit]))
  const line = (row: ReportRow): Field[] => [
    ...[report.name, row.figure, row.key, row.other, row.label, report.period.from, report.period.to, row.period],
    ...[row.value, units.get(row.figure), row.n, row.interval?.low, row.interval?.high, row.provisional],
    ...[row.before?.value, row.before?.n, row.change?.difference, row.change?.p, row.change?.significant, row.tag],
  ]
  const totals = report.by === 'all' && report.grain === 'total' ? [] : report.totals
  return csvOf(reportColumns, [...totals, ...report.rows].map(line))
}

import type { DuckAnswer } from './duck-session.ts'

const widest = 60

/** An answer as a table for a screen. */
export function asTable({ columns, rows, more }: DuckAnswer): string {
  const lines = [columns.map(({ name }) => name), ...rows.map(row => row.map(cell => oneLine(cell ?? '')))]
  const widths = columns.map((_, at) => Math.min(widest, Math.max(...lines.map(line => [...(line[at] ?? '')].length))))
  const text = lines.map(line =>
    line
      .map((cell, at) => padded(cell, widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const rule = widths.map(width => '─'.repeat(width)).join('  ')
  const end = more ? `… and more: ask for fewer, or for --csv` : `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`
  return [text[0], rule, ...text.slice(1), '', end].join('\n')
}

/** RFC 4180. A cell that a spreadsheet would take for a formula stays a text (OWASP, CSV injection). */
export function asCsv({ columns, rows }: DuckAnswer): string {
  const line = (cells: (string | null)[]) => cells.map(cell => field(cell ?? '')).join(',')
  return [line(columns.map(({ name }) => name)), ...rows.map(line)].join('\r\n')
}

export const asJson = ({ columns, rows }: DuckAnswer): string =>
  JSON.stringify(rows.map(row => Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null]))))

function field(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const oneLine = (cell: string): string => cell.replace(/\s+/g, ' ')

function padded(cell: string, width: number): string {
  const letters = [...cell]
  return letters.length > width
    ? `${letters.slice(0, width - 1).join('')}…`
    : cell.padEnd(width + cell.length - letters.length)
}

import type { By } from '../report/dimension.ts'
import type { FigureSpec } from './figure-spec.ts'

export const charts = ['series', 'bars', 'matrix', 'table', 'histogram'] as const
export type Chart = (typeof charts)[number]

/** What people find in the catalogue. */
export type ReportTexts = {
  name: string
  title: string
  /** What it tells, and how the figures are meant. */
  definition: string
  /** Where the definition is from. */
  source: string
  chart: Chart
}

/** A report on cells: whatever it is asked for is added up of what is counted. */
export type CellReport = ReportTexts & {
  figures: readonly FigureSpec[]
  /** By what it may be asked; the first is what it is by when nobody says. */
  by: readonly By[]
}

import type { Report, ReportFigure, ReportQuery } from '../api/report.ts'
import type { By } from '../report/dimension.ts'
import type { ShownGrain } from './ask.ts'
import type { CatalogueReads } from './catalogue-reads.ts'
import type { FigureSpec } from './figure-spec.ts'
import type { CellReads } from './read-counted.ts'

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
  /** By what it may be asked; the first is what it is by when nobody says. */
  by: readonly By[]
}

/** A report on cells: whatever it is asked for is added up of what is counted. */
export type CellReport = ReportTexts & {
  figures: readonly FigureSpec[]
}

/** A report that takes more than adding up: how it is computed stands beside it. */
export type ComputedReport = ReportTexts & {
  figures: readonly ReportFigure[]
  grains: readonly ShownGrain[]
  answer: (question: Question, reads: CatalogueReads) => Promise<Report>
}

export type Question = { query: ReportQuery; zone: string; now: string; cells: CellReads }

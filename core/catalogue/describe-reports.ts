import type * as z from 'zod'
import type { catalogueSchema } from '../api/report.ts'
import { hourDays, mostDays } from '../report/cells.ts'
import { keepsHours } from '../report/groups.ts'
import { shownFigure } from './answer.ts'
import { shownGrains } from './ask.ts'
import { cellReports, computedReports } from './catalogue.ts'
import { isPercentile } from './figure-spec.ts'
import type { CellReport, ReportTexts } from './report-spec.ts'

const limits = `Days are of the company’s zone; another timezone, and grain=hour, reach ${hourDays} days back. Periods over ${mostDays} days are of whole months.`

/** The catalogue as people and the console read it. */
export const describeReports = (zone: string): z.input<typeof catalogueSchema> => ({
  items: [
    ...cellReports.map(report => ({
      ...textsOf(report),
      grains: grainsOf(report),
      figures: report.figures.map(shownFigure),
    })),
    ...computedReports.map(report => ({
      ...textsOf(report),
      grains: [...report.grains],
      figures: [...report.figures],
    })),
  ],
  timezone: zone,
})

const textsOf = ({ name, title, definition, source, chart, by }: ReportTexts) => ({
  ...{ name, title, definition, source, chart, by: [...by], limits },
})

const grainsOf = ({ by, figures }: CellReport) => {
  const byHour = by.some(keepsHours) && !figures.every(isPercentile)
  return shownGrains.filter(grain => grain !== 'hour' || byHour)
}

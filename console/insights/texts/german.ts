import { germanFigures } from './german-figures.ts'
import { germanNote } from './german-notes.ts'
import { germanReports } from './german-reports.ts'
import type { Translation } from './texts.ts'

export const german: Translation = { reports: germanReports, figures: germanFigures, note: germanNote }

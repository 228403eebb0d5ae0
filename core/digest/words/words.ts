import type { ReportFigure } from '../../api/report.ts'
import type { MailLanguage } from '../../saved-report/saved-report.ts'
import { de } from './de.ts'
import { en } from './en.ts'

export type Mark = 'new' | 'rising' | 'falling' | 'better' | 'worse' | 'changed'

/** Everything that a mail about reports says, in one language. */
export type Words = {
  everybody: string
  span: (from: string, to: string) => string
  changes: (count: number) => string
  volume: (now: number, before: number, change: 'more' | 'fewer' | 'as usual') => string
  sections: { changed: string; topics: string; wins: string; figures: string; rows: string }
  none: { changed: string; topics: string; wins: string; rows: string }
  marks: Record<Mark, string>
  topic: (now: number, before: number) => string
  was: (value: string, before: string, n: number, of: string) => string
  told: (value: string, n: number, of: string) => string
  chance: string
  left: (count: number) => string
  keptBy: (keeper: string) => string
  unsubscribe: string
  why: (figure: string) => string | undefined
  figure: (figure: Pick<ReportFigure, 'id' | 'title'>) => string
  of: (figure: Pick<ReportFigure, 'of'>) => string
  report: (name: string, title: string) => string
  number: (value: number, digits: number) => string
  units: { hours: string; minutes: string; percent: string }
}

const all: Record<MailLanguage, Words> = { en, de }

export const wordsOf = (language: MailLanguage): Words => all[language]

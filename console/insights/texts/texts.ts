import { useQuery } from '@tanstack/react-query'
import type { Report, ReportDescription, ReportFigure } from '../../client/api.ts'
import { type Language, useWords } from '../../words/words.ts'

export type ReportTexts = { title: string; definition: string; source?: string }
export type FigureTexts = { title: string; definition: string; of: string }

/** What the API says in English, in another language: by the names of reports and figures, and notes by their beginning. */
export type Translation = {
  reports: Readonly<Record<string, ReportTexts>>
  figures: Readonly<Record<string, FigureTexts>>
  note: (note: string) => string
}

async function translationInto(language: Language): Promise<Translation | null> {
  switch (language) {
    case 'en':
      return null
    case 'de':
      return (await import('./german.ts')).german
    default:
      return language satisfies never
  }
}

/** Reports in the reader's language. What this version has no words for stays as the API says it. */
export function useTexts() {
  const { language } = useWords()
  const { data } = useQuery({
    queryKey: ['report-texts', language],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => translationInto(language),
  })
  return textsIn(data ?? undefined)
}

export const textsIn = (translation: Translation | undefined) => {
  const figure = (one: ReportFigure): ReportFigure => ({ ...one, ...translation?.figures[one.id] })
  return {
    figure,
    description: (one: ReportDescription): ReportDescription => ({ ...one, ...translation?.reports[one.name] }),
    report: (one: Report): Report => ({
      ...one,
      ...translation?.reports[one.name],
      figures: one.figures.map(figure),
      notes: one.notes.map(note => translation?.note(note) ?? note),
    }),
  }
}

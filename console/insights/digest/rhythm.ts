import { type Say, useWords } from '../../words/words.ts'

export const rhythms = ['day', 'week', 'month'] as const
export type Every = (typeof rhythms)[number]
export type Rhythm = { every: Every; weekday?: number | undefined; hour: number; zone?: string | undefined }

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** 1 is Monday. */
export const weekdayText = (weekday: number, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday))

export const hourText = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

/** `each Monday at 08:00`. */
export function rhythmText({ every, weekday = 1, hour, zone }: Rhythm, say: Say, language: string): string {
  const told = { weekday: weekdayText(weekday, language), time: hourText(hour) }
  return `${say(`digest.every.${every}`, told)}${zone === undefined ? '' : ` (${zone})`}`
}

export const useRhythmText = () => {
  const { say, language } = useWords()
  return (rhythm: Rhythm) => rhythmText(rhythm, say, language)
}

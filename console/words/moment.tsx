import { useSyncExternalStore } from 'react'
import { usePreferences } from '../preferences/preferences.ts'
import { type Language, useWords } from './words.ts'

/** A moment in the reader's own time zone: short to read, exact on hover. */
export function Moment({ at, style = 'relative' }: { at: string; style?: 'relative' | 'clock' }) {
  const { language } = useWords()
  const { timeZone } = usePreferences()
  const now = useMinute()
  const text = style === 'clock' ? clockText(at, language, timeZone, now) : relativeText(at, language, now)
  return (
    <time dateTime={at} title={exactText(at, language, timeZone)}>
      {text}
    </time>
  )
}

/** Times are written as where the reader lives, where the browser says so: English alone would be that of America. */
export const placeOf = (language: Language): string =>
  navigator.languages.find(known => known.startsWith(`${language}-`)) ?? language

const zoned = (timeZone: string | undefined) => (timeZone === undefined ? {} : { timeZone })

export const exactText = (at: string, language: Language, timeZone: string | undefined): string =>
  new Intl.DateTimeFormat(placeOf(language), { dateStyle: 'full', timeStyle: 'long', ...zoned(timeZone) }).format(
    new Date(at),
  )

/** `14:05` today, `Mon 14:05` within six days, else the day and the time. */
export function clockText(at: string, language: Language, timeZone: string | undefined, now: number): string {
  const time = new Date(at)
  const day = (date: Date) => new Intl.DateTimeFormat('en-CA', zoned(timeZone)).format(date)
  const hour = { hour: '2-digit', minute: '2-digit', ...zoned(timeZone) } as const
  if (day(time) === day(new Date(now))) return new Intl.DateTimeFormat(placeOf(language), hour).format(time)
  const near = Math.abs(now - time.getTime()) < 6 * 86_400_000
  const date = near
    ? ({ weekday: 'short' } as const)
    : ({ day: 'numeric', month: 'short', ...yearOf(time, now) } as const)
  return new Intl.DateTimeFormat(placeOf(language), { ...hour, ...date }).format(time)
}

const yearOf = (time: Date, now: number) =>
  time.getFullYear() === new Date(now).getFullYear() ? {} : ({ year: 'numeric' } as const)

const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** `3 hours ago`, `in 20 minutes`. */
export function relativeText(at: string, language: Language, now: number): string {
  const away = Date.parse(at) - now
  const format = new Intl.RelativeTimeFormat(placeOf(language), { numeric: 'auto', style: 'short' })
  const step = steps.find(([, ms]) => Math.abs(away) >= ms)
  return step === undefined ? format.format(0, 'minute') : format.format(Math.trunc(away / step[1]), step[0])
}

const listeners = new Set<() => void>()
const clock = { minute: Date.now(), runs: false }

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (!clock.runs) lookAtIt()
  return () => listeners.delete(listener)
}

/** Goes on for as long as a moment is on the screen. */
function lookAtIt(): void {
  clock.minute = Date.now()
  clock.runs = listeners.size > 0
  if (!clock.runs) return
  setTimeout(() => {
    lookAtIt()
    for (const one of listeners) one()
  }, 30_000)
}

/** The time, looked at twice a minute, by all at once. */
const useMinute = (): number => useSyncExternalStore(subscribe, () => clock.minute)

import type { Unit } from '../../core/catalogue/figure-spec.ts'
import { placeOf } from '../words/moment.tsx'
import type { Language, Say } from '../words/words.ts'

export type Tongue = { say: Say; language: Language }

const number = (value: number, language: Language, most = 0): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: most }).format(value)

/** A figure as people read it: `12 %`, `2 h 14 min`, `+31`. */
export function valueText(value: number, unit: Unit, { say, language }: Tongue): string {
  switch (unit) {
    case 'count':
      // Counts are whole; their means are not, and of great ones nobody reads the fraction.
      return number(value, language, Math.abs(value) < 10 ? 2 : 0)
    case 'share':
      return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value)
    case 'seconds':
      return durationText(value, { say, language })
    case 'score':
      return new Intl.NumberFormat(language, { maximumFractionDigits: 0, signDisplay: 'exceptZero' })
        .format(value)
        .replace('-', '−')
    case 'ratio':
      return number(value, language, 2)
    case 'money':
      return number(value, language, 2)
    case 'millionths':
      return number(value / 1_000_000, language, 1)
    default:
      return unit satisfies never
  }
}

/** The two greatest units: more is nobody's question. */
export function durationText(seconds: number, { language }: Tongue): string {
  const whole = Math.round(Math.abs(seconds))
  const parts: [number, 'day' | 'hour' | 'minute' | 'second'][] = [
    [Math.floor(whole / 86_400), 'day'],
    [Math.floor((whole % 86_400) / 3600), 'hour'],
    [Math.floor((whole % 3600) / 60), 'minute'],
    [whole % 60, 'second'],
  ]
  const first = parts.findIndex(([count]) => count > 0)
  const shown = first < 0 ? parts.slice(3) : parts.slice(first, first + 2).filter(([count]) => count > 0)
  const text = shown
    .map(([count, unit]) =>
      new Intl.NumberFormat(language, {
        style: 'unit',
        unit,
        unitDisplay: language === 'de' ? 'short' : 'narrow',
      }).format(count),
    )
    .join(' ')
  return seconds < 0 ? `−${text}` : text
}

/** No change, as far as it is written. */
export const none = '±0'

/** By how much a figure changed, with its sign; of shares the percentage points. */
export function differenceText(difference: number, unit: Unit, tongue: Tongue): string {
  const size = sizeText(Math.abs(difference), unit, tongue)
  if (size === sizeText(0, unit, tongue)) return none
  const signed = `${difference > 0 ? '+' : '−'}${size}`
  return unit === 'share' ? tongue.say('insights.points', { count: signed }) : signed
}

const sizeText = (size: number, unit: Unit, tongue: Tongue): string =>
  unit === 'share' ? number(size * 100, tongue.language, 1) : valueText(size, unit === 'score' ? 'count' : unit, tongue)

/** Short enough for an axis. */
export function axisText(value: number, unit: Unit, tongue: Tongue): string {
  if (unit !== 'count') return valueText(value, unit, tongue)
  return new Intl.NumberFormat(tongue.language, { notation: 'compact', maximumFractionDigits: 1 }).format(value)
}

/** `3 Mar`, `March 2026`, `3 Mar 14:00`: a day, a month or an hour, as the API writes them. */
export function periodText(period: string, language: Language, zone: string): string {
  if (period.length === 7)
    return new Intl.DateTimeFormat(placeOf(language), { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
      Date.parse(`${period}-01`),
    )
  const day = { day: 'numeric', month: 'short' } as const
  if (period.length === 10)
    return new Intl.DateTimeFormat(placeOf(language), { ...day, timeZone: 'UTC' }).format(Date.parse(period))
  return new Intl.DateTimeFormat(placeOf(language), {
    ...day,
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(Date.parse(period))
}

/** A time zone as people call it: the zone database has Etc/UTC for what everybody calls UTC. */
export const zoneText = (zone: string): string => zone.replace(/^Etc\/(?=[A-Z]+$)/, '')

/** `1 – 28 March 2026`, days included. */
export const spanText = ({ from, to }: { from: string; to: string }, language: Language): string =>
  new Intl.DateTimeFormat(placeOf(language), { dateStyle: 'medium', timeZone: 'UTC' }).formatRange(
    Date.parse(from),
    Date.parse(to),
  )

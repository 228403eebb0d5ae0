import { instantOf } from '../../payload/instant.ts'

/**
 * When a mail says it was written (RFC 5322 section 3.3, with the obsolete forms of 4.3 and what programs write instead:
 * asctime, ISO 8601, months in other places). A time without a zone is read as UTC. Undefined where there is no such
 * day or the year cannot be meant; a date in the future stays as it is.
 */
export function mailDate(field: string | undefined): string | undefined {
  const text = (field ?? '').slice(0, longest).replace(/\([^()]*\)/g, ' ')
  const day = readIsoDay(text) ?? readDay(text)
  if (day === undefined) return undefined
  const [, hour = '0', minute = '0', second = '0'] = /(?:^|[\sT])(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?/.exec(text) ?? []
  const time = { hour: Number(hour), minute: Number(minute), second: Math.min(Number(second), 59) }
  if (time.hour > 24 || time.minute > 59) return undefined
  const utc = Date.UTC(
    day.year,
    day.month,
    day.day,
    time.hour + (isAfternoon(text, time.hour) ? 12 : 0),
    time.minute,
    time.second,
  )
  return isDay(day) ? instantOf(utc - zoneMinutes(text) * 60_000) : undefined
}

const longest = 100

type Day = { year: number; month: number; day: number }

const isDay = ({ year, month, day }: Day): boolean => new Date(Date.UTC(year, month, day)).getUTCDate() === day

const isAfternoon = (text: string, hour: number): boolean => hour < 12 && /\d\s?pm\b/i.test(text)

function readIsoDay(text: string): Day | undefined {
  const [, year, month, day] = /\b(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text) ?? []
  return year === undefined ? undefined : { year: Number(year), month: Number(month) - 1, day: Number(day) }
}

/** `1 May 2024`, `01-May-24`, `May 1 10:00:00 2024`. */
function readDay(text: string): Day | undefined {
  const [, before, name = '', year] = /(\d{1,2})[\s.,-]+([a-zé]{3})[a-zé]*[\s.,-]+(\d{2,4})(?![\d:])/i.exec(text) ?? []
  if (before !== undefined) return dayOf(before, name, year)
  const [, named = '', day, late] =
    /\b([a-z]{3})[a-z]*\.?\s+(\d{1,2})\b.*?(?<![\d+-])(\d{4})(?![\d:])/i.exec(text) ?? []
  return day === undefined ? undefined : dayOf(day, named, late)
}

/** Names in the languages whose mail programs write them. */
const months = [
  ...[
    ['jan', 'ene', 'gen'],
    ['feb', 'fév', 'fev'],
    ['mar', 'mär', 'mrz', 'mrt', 'maa'],
    ['apr', 'avr', 'abr'],
  ],
  ...[
    ['may', 'mai', 'mag', 'mei', 'maj'],
    ['jun', 'jui', 'giu'],
    ['jul', 'lug'],
    ['aug', 'aoû', 'aou', 'ago'],
  ],
  ...[['sep', 'set'], ['oct', 'okt', 'ott', 'out'], ['nov'], ['dec', 'dez', 'dic', 'déc']],
]

function dayOf(day: string, name: string, year = ''): Day | undefined {
  const month = months.findIndex(names => names.includes(name.toLowerCase()))
  return month < 0 ? undefined : { year: fullYear(year), month, day: Number(day) }
}

/** RFC 5322 section 4.3: two digits below 50 are of this century, and three count from 1900. */
function fullYear(text: string): number {
  const year = Number(text)
  if (text.length === 2) return year < 50 ? 2000 + year : 1900 + year
  return text.length === 3 ? 1900 + year : year
}

const zones = new Map([
  ['EST', -300],
  ['EDT', -240],
  ['CST', -360],
  ['CDT', -300],
  ['MST', -420],
  ['MDT', -360],
  ['PST', -480],
  ['PDT', -420],
  ['CET', 60],
  ['CEST', 120],
  ['MEZ', 60],
  ['MESZ', 120],
  ['BST', 60],
  ['JST', 540],
  ['MSK', 180],
])

/** Minutes east of Greenwich; names that mean no one zone count as UTC, as section 4.3 has it. */
function zoneMinutes(text: string): number {
  const [, sign, hours, minutes] =
    /\d\s*(?:GMT|UTC|Z)?\s*([+-])(\d{2}):?(\d{2})\s*$/i.exec(text.trim()) ?? zoneInside(text)
  if (sign === undefined) return zones.get(/\b([A-Z]{3,4})\s*(?:\d{4}\s*)?$/.exec(text.trim())?.[1] ?? '') ?? 0
  const total = Number(hours) * 60 + Number(minutes)
  return total > 18 * 60 ? 0 : sign === '-' ? -total : total
}

/** asctime with a zone before the year, and zones with a name behind them. */
const zoneInside = (text: string): string[] => [...(/:\d{2}\s+([+-])(\d{2}):?(\d{2})\b/.exec(text) ?? [])]

import { folded } from './words.ts'

/** A day as a text names it; without a year where the text has none. */
export type Day = { year?: number; month: number; day: number }

/** Where a text may name a day; two days where day and month could be either way round. */
export type DateReading = { start: number; end: number; days: Day[] }

const monthNames = `january januar janvier enero jan janv ene jaenner janner
february februar fevrier febrero feb fevr fev
march marz maerz mars marzo mar mrz
april avril abril apr avr abr
may mai mayo
june juni juin junio jun
july juli juillet julio jul juil
august aout agosto aug ago
september septembre septiembre setiembre sep sept
october oktober octobre octubre oct okt
november novembre noviembre nov
december dezember decembre diciembre dec dez dic`

const months = new Map(
  monthNames.split('\n').flatMap((names, at) => names.split(' ').map((name): [string, number] => [name, at + 1])),
)
const month = [...months.keys()].sort((a, b) => b.length - a.length).join('|')
const patterns = [
  /(?<![\d.,/-])(?<y>(?:19|20)\d\d)-(?<m>\d\d?)-(?<d>\d\d?)(?![\d-])/g,
  /(?<![\d.,/$€£₹-]|[$€£₹] )(?<a>\d\d?)(?<sep>[./-]) ?(?<b>\d\d?)(?:\k<sep> ?(?<y>(?:19|20)?\d\d))?(?![\d]|[.,/-]\d)/g,
  new RegExp(
    `(?<![\\d.,/-])(?<d>\\d\\d?)(?:st|nd|rd|th|er|\\.|o)?[ -](?:of |de |del )?(?<name>${month})\\b\\.?(?:,? (?:de |del )?(?<y>(?:19|20)\\d\\d)(?!\\d))?`,
    'g',
  ),
  new RegExp(
    `\\b(?<name>${month})\\b\\.? (?:the )?(?<d>\\d\\d?)(?:st|nd|rd|th)?(?![\\d.,:/]\\d|\\d)(?:,? (?<y>(?:19|20)\\d\\d)(?!\\d))?`,
    'g',
  ),
]

/**
 * Every day a text names in digits or month names of English, German, French and Spanish. Offsets are those of the
 * folded text. A number like 3/4 is read as a day too: the caller asks whether one reading is meant.
 */
export function datesIn(text: string): DateReading[] {
  const plain = folded(text)
  return patterns.flatMap(pattern =>
    [...plain.matchAll(pattern)].flatMap(match => {
      const days = daysOf(match.groups ?? {})
      return days.length === 0 ? [] : [{ start: match.index, end: match.index + match[0].length, days }]
    }),
  )
}

function daysOf({ y, m, d, a, b, name }: Record<string, string | undefined>): Day[] {
  const year = y === undefined ? {} : { year: y.length === 2 ? 2000 + Number(y) : Number(y) }
  const either: [number, number][] =
    name !== undefined
      ? [[months.get(name) ?? 0, Number(d)]]
      : a !== undefined
        ? [
            [Number(b), Number(a)],
            [Number(a), Number(b)],
          ]
        : [[Number(m), Number(d)]]
  const seen = new Set<string>()
  return either
    .filter(([one, other]) => one >= 1 && one <= 12 && other >= 1 && other <= 31)
    .filter(pair => !seen.has(pair.join()) && seen.add(pair.join()))
    .map(([one, other]) => ({ ...year, month: one, day: other }))
}

/** `2026-03-14` as a day. */
export function dayOf(date: string): Day {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number)
  return { year: year ?? 0, month: month ?? 0, day: day ?? 0 }
}

/** Whether both may be one day: a year that one leaves out does not tell them apart. */
export const sameDay = (a: Day, b: Day): boolean =>
  a.month === b.month && a.day === b.day && (a.year === undefined || b.year === undefined || a.year === b.year)

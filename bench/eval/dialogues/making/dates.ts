import type { Random } from '../../../world/random.ts'
import type { Country, Language } from '../country.ts'
import { type Told, told } from '../told.ts'

export const dayMs = 86_400_000
export const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10)

const monthNames: Record<Language, readonly string[]> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
}

/** A day (epoch ms) as it is written in a country, with or without its year. */
export const someDate = (country: Country, at: number): Told =>
  told('date', [isoDay(at)], random => writeDate(country, at, random))

function writeDate({ language, code }: Country, at: number, random: Random): string {
  const [year = '', month = '', day = ''] = isoDay(at).split('-')
  const parts = { year, month, day: `${Number(day)}`, name: monthNames[language][Number(month) - 1] ?? '' }
  const forms =
    language === 'en'
      ? code === 'US' || code === 'CA'
        ? american(parts)
        : british(parts)
      : continental[language](parts)
  return random.pick(forms)
}

type Parts = { year: string; month: string; day: string; name: string }
const two = (text: string): string => text.padStart(2, '0')

function ordinal(day: string): string {
  const last = Number(day) % 10
  const teen = Number(day) > 10 && Number(day) < 14
  return `${day}${teen ? 'th' : last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'}`
}

const british = ({ year, month, day, name }: Parts): string[] => [
  `${day} ${name}`,
  `${day} ${name} ${year}`,
  `${ordinal(day)} ${name}`,
  `the ${ordinal(day)} of ${name}`,
  `${ordinal(day)} of ${name} ${year}`,
  `${two(day)}/${month}/${year}`,
  `${Number(day)}/${Number(month)}/${year.slice(2)}`,
  `${day} ${name.slice(0, 3)}`,
  `${name} ${ordinal(day)}`,
  `${year}-${month}-${two(day)}`,
]

const american = ({ year, month, day, name }: Parts): string[] => [
  `${name} ${day}`,
  `${name} ${day}, ${year}`,
  `${name} ${ordinal(day)}`,
  `${name.slice(0, 3)} ${day}`,
  `${name.slice(0, 3)}${name.length > 4 ? '.' : ''} ${day}, ${year}`,
  `${Number(month)}/${day}/${year}`,
  `${month}/${two(day)}/${year.slice(2)}`,
  `${year}-${month}-${two(day)}`,
]

const continental: Record<'de' | 'fr' | 'es', (parts: Parts) => string[]> = {
  de: ({ year, month, day, name }) => [
    `${day}. ${name}`,
    `${day}. ${name} ${year}`,
    `${two(day)}.${month}.${year}`,
    `${day}.${Number(month)}.`,
    `${day}.${Number(month)}.${year.slice(2)}`,
    `${two(day)}.${month}.`,
    `${day}. ${name.slice(0, 3)}`,
  ],
  fr: ({ year, month, day, name }) => [
    `${day === '1' ? '1er' : day} ${name}`,
    `${day === '1' ? '1er' : day} ${name} ${year}`,
    `${two(day)}/${month}/${year}`,
    `${two(day)}/${month}`,
    `${two(day)}.${month}.${year}`,
    `${day}/${Number(month)}/${year.slice(2)}`,
  ],
  es: ({ year, month, day, name }) => [
    `${day} de ${name}`,
    `${day} de ${name} de ${year}`,
    `${two(day)}/${month}/${year}`,
    `${day}/${Number(month)}`,
    `${two(day)}-${month}-${year}`,
    `${day} ${name}`,
  ],
}

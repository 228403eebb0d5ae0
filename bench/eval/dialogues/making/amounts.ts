import type { Random } from '../../../world/random.ts'
import type { Country } from '../country.ts'
import { type Told, told } from '../told.ts'

/** A sum of money in the currency of a country, as people there write it. */
export function someAmount(country: Country, random: Random): Told {
  const scale = country.currency === 'INR' ? 80 : country.currency === 'MXN' ? 15 : 1
  const whole = Math.round(random.spread(6, 2400) * scale)
  const part = random.weighted([
    [0, 3],
    [99, 3],
    [95, 1],
    [50, 2],
    [random.between(1, 98), 3],
  ] as const)
  const value = `${whole}.${`${part}`.padStart(2, '0')} ${country.currency}`
  return told('amount', [value], again => writeAmount(country, whole, part, again))
}

const grouped = (whole: number, mark: string): string => `${whole}`.replaceAll(/\B(?=(\d{3})+$)/g, mark)
const indian = (whole: number): string => `${whole}`.replaceAll(/\B(?=(\d\d)*\d{3}$)/g, ',')

/** The number in the ways of a country: with points for hundredths, or with commas; grouped or not. */
type Digits = { english: (group: string) => string; comma: (mark: string) => string; whole: number; loose: string }

const forms: Record<Country['currency'], (digits: Digits, country: Country, random: Random) => string[]> = {
  GBP: ({ english, whole, loose }) => [
    `£${english(loose)}`,
    `£${english(loose)}`,
    `${english(loose)} GBP`,
    `£ ${english(grouped(whole, ','))}`,
  ],
  USD: ({ english, whole, loose }) => [
    `$${english(loose)}`,
    `$${english(grouped(whole, ','))}`,
    `${english(loose)} USD`,
    `$${english(`${whole}`)}`,
  ],
  CAD: ({ english, loose }) => [`$${english(loose)}`, `CA$${english(loose)}`, `${english(loose)} CAD`],
  AUD: ({ english, loose }) => [`$${english(loose)}`, `A$${english(loose)}`, `AUD ${english(loose)}`],
  INR: ({ english, whole }) => [
    `₹${english(indian(whole))}`,
    `₹ ${english(indian(whole))}`,
    `Rs. ${english(indian(whole))}`,
    `Rs ${english(`${whole}`)}`,
    `INR ${english(indian(whole))}`,
  ],
  MXN: ({ english, whole }) => [
    `$${english(grouped(whole, ','))}`,
    `$${english(grouped(whole, ','))} MXN`,
    `MXN ${english(`${whole}`)}`,
  ],
  CHF: ({ english, whole }) => [
    `CHF ${english(grouped(whole, "'"))}`,
    `Fr. ${/\./.test(english(`${whole}`)) ? english(grouped(whole, "'")) : `${whole}.-`}`,
    `CHF ${english(`${whole}`)}`,
    `${english(grouped(whole, '’'))} CHF`,
  ],
  EUR: ({ comma }, { code, language }, random) => {
    const group = language === 'fr' ? random.pick([' ', '']) : random.pick(['.', ''])
    return [
      `${comma(group)}${language === 'fr' ? '\u00a0' : ' '}€`,
      `${comma(group)} €`,
      `${comma(group)}€`,
      `${comma(group)} EUR`,
      code === 'DE' ? `EUR ${comma(group)}` : `${comma(group)} euros`,
      `${comma(group)} ${language === 'de' ? 'Euro' : 'euros'}`,
    ]
  },
}

function writeAmount(country: Country, whole: number, part: number, random: Random): string {
  const cents = `${part}`.padStart(2, '0')
  const round = part === 0 && random.chance(0.6)
  const digits: Digits = {
    english: group => (round ? group : `${group}.${cents}`),
    comma: mark => (round ? grouped(whole, mark) : `${grouped(whole, mark)},${cents}`),
    whole,
    loose: grouped(whole, random.pick(['', ','])),
  }
  return random.pick(forms[country.currency](digits, country, random))
}

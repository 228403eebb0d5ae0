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

function writeAmount({ currency, code, language }: Country, whole: number, part: number, random: Random): string {
  const cents = `${part}`.padStart(2, '0')
  const english = (group: string): string => (part === 0 && random.chance(0.6) ? group : `${group}.${cents}`)
  const comma = (mark: string): string =>
    part === 0 && random.chance(0.6) ? grouped(whole, mark) : `${grouped(whole, mark)},${cents}`
  const mark = random.pick(['', ','])
  switch (currency) {
    case 'GBP':
      return random.pick([
        `£${english(grouped(whole, mark))}`,
        `£${english(grouped(whole, mark))}`,
        `${english(grouped(whole, mark))} GBP`,
        `£ ${english(grouped(whole, ','))}`,
      ])
    case 'USD':
      return random.pick([
        `$${english(grouped(whole, mark))}`,
        `$${english(grouped(whole, ','))}`,
        `${english(grouped(whole, mark))} USD`,
        `$${english(`${whole}`)}`,
      ])
    case 'CAD':
      return random.pick([
        `$${english(grouped(whole, mark))}`,
        `CA$${english(grouped(whole, mark))}`,
        `${english(grouped(whole, mark))} CAD`,
      ])
    case 'AUD':
      return random.pick([
        `$${english(grouped(whole, mark))}`,
        `A$${english(grouped(whole, mark))}`,
        `AUD ${english(grouped(whole, mark))}`,
      ])
    case 'INR':
      return random.pick([
        `₹${english(indian(whole))}`,
        `₹ ${english(indian(whole))}`,
        `Rs. ${english(indian(whole))}`,
        `Rs ${english(`${whole}`)}`,
        `INR ${english(indian(whole))}`,
      ])
    case 'MXN':
      return random.pick([
        `$${english(grouped(whole, ','))}`,
        `$${english(grouped(whole, ','))} MXN`,
        `MXN ${english(`${whole}`)}`,
      ])
    case 'CHF':
      return random.pick([
        `CHF ${english(grouped(whole, "'"))}`,
        `Fr. ${part === 0 ? `${whole}.-` : english(grouped(whole, "'"))}`,
        `CHF ${english(`${whole}`)}`,
        `${english(grouped(whole, '’'))} CHF`,
      ])
    case 'EUR': {
      const space = language === 'fr' ? '\u00a0' : ' '
      const group = language === 'fr' ? random.pick([' ', '']) : random.pick(['.', ''])
      return random.pick([
        `${comma(group)}${space}€`,
        `${comma(group)} €`,
        `${comma(group)}€`,
        `${comma(group)} EUR`,
        code === 'DE' ? `EUR ${comma(group)}` : `${comma(group)} euros`,
        `${comma(group)} ${language === 'de' ? 'Euro' : 'euros'}`,
      ])
    }
    default:
      return currency satisfies never
  }
}

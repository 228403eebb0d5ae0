import type { Country, Settings } from '../options.ts'
import { permutation } from '../permutation.ts'
import { type Phone, type Plan, phoneBook, type Use } from './phone-ranges.ts'

/** People who live next to each other in the world: households and an office are drawn within one block. */
export const blockSize = 16

const shares: Record<Country, number> = { GB: 7, DE: 6, US: 3, FR: 2, ES: 2 }
const plans: Record<Country, Plan> = { GB: 'GB', DE: 'DE', US: 'US', FR: 'FR', ES: 'FR' }

/** The countries of the blocks, one turn of the pattern: each as often as its share, evenly mixed. */
const pattern = (countries: readonly Country[]): Country[] =>
  countries
    .flatMap(country =>
      Array.from({ length: shares[country] }, (_, at) => ({ country, at: (at + 0.5) / shares[country] })),
    )
    .sort((one, other) => one.at - other.at)
    .map(({ country }) => country)

/**
 * Hands out what must be unique: phone numbers, customer numbers, network ids. All are functions of a person's index,
 * so nothing is stored and any person can be made at any time.
 */
export type Registry = {
  country: (block: number) => Country
  phone: (index: number, use: Use, which: 0 | 1) => Phone
  account: (index: number) => string
  networkId: (index: number, network: string) => string
}

export function registry({ seed, countries }: Settings): Registry {
  const turn = pattern(countries)
  const book = phoneBook(seed)
  const accounts = permutation(seed, 'accounts', 900_000)
  const networks = new Map<string, (index: number) => number>()
  const networkNumber = (network: string): ((index: number) => number) => {
    const known = networks.get(network) ?? permutation(seed, network, 1_000_000)
    networks.set(network, known)
    return known
  }
  const countryOf = (block: number): Country => turn[block % turn.length] ?? 'GB'
  const rank = (index: number): number => {
    const block = Math.floor(index / blockSize)
    const country = countryOf(block)
    const before = turn.slice(0, block % turn.length).filter(one => one === country).length
    const perTurn = turn.filter(one => one === country).length
    return (Math.floor(block / turn.length) * perTurn + before) * blockSize + (index % blockSize)
  }
  return {
    country: countryOf,
    account: index => `C-${100_000 + accounts(index)}`,
    networkId: (index, network) => `24${`${networkNumber(network)(index)}`.padStart(6, '0')}5170463`,
    phone: (index, use, which) => {
      const country = countryOf(Math.floor(index / blockSize))
      const slot = rank(index) * 2 + which
      return book(plans[country], use, plans[country] === 'FR' ? slot * 2 + (country === 'ES' ? 1 : 0) : slot)
    },
  }
}

import { spokenDay } from '../calendar.ts'
import type { Brand } from '../company.ts'
import type { FactKind, Topic } from '../event.ts'
import type { Country } from '../options.ts'
import type { Person } from '../people/person.ts'
import type { Random } from '../random.ts'

/** What a matter about this turns on, the facts most often named first. */
export const factsOf: Readonly<Record<Topic, readonly FactKind[]>> = {
  delivery: ['order', 'product', 'parcel', 'date'],
  billing: ['invoice', 'amount', 'date', 'account', 'product'],
  returns: ['order', 'product', 'amount', 'date'],
  broken: ['product', 'serial', 'order', 'date', 'error'],
  login: ['account', 'error', 'product'],
  outage: ['postcode', 'error', 'account', 'product'],
  cancellation: ['account', 'order', 'product', 'date'],
  praise: ['product'],
  question: ['product'],
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXY'

const amount = (country: Country, random: Random): string => {
  const [whole, cents] = [random.between(4, 289), `${random.between(0, 99)}`.padStart(2, '0')]
  if (country === 'GB') return `£${whole}.${cents}`
  return country === 'US' ? `$${whole}.${cents}` : `${whole},${cents} €`
}

/** Postcodes of no place: an area QV does not exist in GB, and the leading digits are unused elsewhere. */
const postcode = (country: Country, random: Random): string =>
  country === 'GB'
    ? `QV${random.between(1, 29)} ${random.between(1, 9)}${random.text(2, letters)}`
    : `00${random.digits(3)}`

/** The facts of one matter in the person's own language, as they will stand in every text that names them. */
export function inventFacts(
  about: { topic: Topic; person: Person; brand: Brand; opened: number; orderNumber: number },
  random: Random,
): Map<FactKind, string> {
  const { topic, person, brand, opened, orderNumber } = about
  const { language, country } = person
  const daysAgo = random.between(3, 40)
  const inventions: Record<FactKind, () => string> = {
    order: () => `${brand.orderPrefix}-${orderNumber}`,
    product: () => random.pick(brand.products[language]),
    invoice: () => `INV-${random.between(2025, 2026)}-${random.digits(5)}`,
    amount: () => amount(country, random),
    parcel: () => `TR${random.digits(4)} ${random.digits(4)} ${random.digits(2)}`,
    date: () => spokenDay(opened - daysAgo * 86_400_000, language, country),
    serial: () => `${random.text(4, `${letters}23456789`)}-${random.text(4, `${letters}23456789`)}-${random.digits(2)}`,
    error: () => `E-${random.between(101, 999)}`,
    postcode: () => postcode(country, random),
    account: () => person.account,
    promise: () => '',
  }
  return new Map(factsOf[topic].map(kind => [kind, inventions[kind]()]))
}

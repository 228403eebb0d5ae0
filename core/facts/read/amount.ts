import type { FactContext } from '../fact.ts'
import type { Found } from '../found.ts'
import { hint } from '../words/hints.ts'
import { readNumber, writtenNumber } from './number.ts'

/** Signs, codes (ISO 4217) and words of currencies; `$` and `kr` are of the region. */
const currencies: Record<string, string> = {
  ...{
    '€': 'EUR',
    eur: 'EUR',
    euro: 'EUR',
    euros: 'EUR',
    '£': 'GBP',
    gbp: 'GBP',
    pound: 'GBP',
    pounds: 'GBP',
    quid: 'GBP',
  },
  ...{
    us$: 'USD',
    usd: 'USD',
    c$: 'CAD',
    ca$: 'CAD',
    cad: 'CAD',
    a$: 'AUD',
    au$: 'AUD',
    aud: 'AUD',
    nz$: 'NZD',
    nzd: 'NZD',
  },
  ...{
    chf: 'CHF',
    franken: 'CHF',
    sfr: 'CHF',
    fr: 'CHF',
    '₹': 'INR',
    inr: 'INR',
    rs: 'INR',
    rupees: 'INR',
    rupee: 'INR',
  },
  ...{ '¥': 'JPY', jpy: 'JPY', yen: 'JPY', cny: 'CNY', rmb: 'CNY', yuan: 'CNY', sek: 'SEK', nok: 'NOK', dkk: 'DKK' },
  ...{ pln: 'PLN', zł: 'PLN', zloty: 'PLN', r$: 'BRL', brl: 'BRL', reais: 'BRL', mxn: 'MXN', mx$: 'MXN', '₩': 'KRW' },
  ...{
    '₺': 'TRY',
    try: 'TRY',
    czk: 'CZK',
    kč: 'CZK',
    huf: 'HUF',
    sgd: 'SGD',
    s$: 'SGD',
    hkd: 'HKD',
    hk$: 'HKD',
    zar: 'ZAR',
  },
}
const ofRegion = new Set([
  '$',
  'dollar',
  'dollars',
  'bucks',
  'kr',
  'kronor',
  'kroner',
  'peso',
  'pesos',
  'dólares',
  'francs',
  'franc',
  'francos',
])
const dollars: Record<string, string> = { CA: 'CAD', AU: 'AUD', NZ: 'NZD', SG: 'SGD', HK: 'HKD', MX: 'MXN' }
const crowns: Record<string, string> = { SE: 'SEK', NO: 'NOK', DK: 'DKK', IS: 'ISK' }

const sign = '(?:us|ca?|au?|nz|hk|mx|s|r)\\$|[€£$₹¥₩₺]'
const code = 'eur|gbp|usd|cad|aud|nzd|chf|sfr|inr|rs|jpy|cny|rmb|sek|nok|dkk|pln|brl|mxn|czk|huf|sgd|hkd|zar'
const word =
  'euros?|pounds?|quid|dollars?|bucks|dólares|franken|francs?|francos|fr|rupees?|yen|yuan|kronor|kroner|kr|zł|zloty|reais|pesos?|kč'

const before = new RegExp(
  `(?<![\\p{L}\\p{N}$])(${sign}|(?:(?:rs|s?fr)\\.?|${code}|fr)(?=[\\s\\d]))[ \\u00a0]?(${writtenNumber})(?:\\.[-–—]|[.,]--?)?(?!\\d| ?(?:k|m|bn|million|billion|thousand|mio|mrd|tsd|millones|mil)(?![\\p{L}\\p{N}]))`,
  'giu',
)
const after = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(${writtenNumber})(?:,-|,–)?[ \\u00a0\\u202f-]?(${sign}|(?:${code}|${word})(?![\\p{L}\\p{N}]))`,
  'giu',
)

/** Amounts of money. */
export function amountsIn(text: string, { region }: FactContext, hints: number): Found[] {
  if (!/\d/.test(text) || ((hints & hint.money) === 0 && !/[€£$₹¥₩₺]|\d(?:eur|kr|zł|fr)/iu.test(text))) return []
  return [
    ...[...text.matchAll(before)].map(match => found(match, match[2], match[1], region)),
    ...[...text.matchAll(after)].map(match => found(match, match[1], match[2], region)),
  ].flatMap(one => one ?? [])
}

function found({ 0: written, index }: RegExpExecArray, number = '', currency = '', region: string): Found | undefined {
  const value = readNumber(number)
  const named = currencyOf(currency.toLowerCase().replace(/\.$/, ''), region)
  if (value === undefined || named === undefined) return undefined
  return { kind: 'amount', value: `${named} ${value}`, start: index, end: index + written.trimEnd().length }
}

function currencyOf(written: string, region: string): string | undefined {
  if (!ofRegion.has(written)) return currencies[written]
  if (written.startsWith('kr')) return crowns[region] ?? 'SEK'
  if (written.startsWith('peso')) return region === 'MX' ? 'MXN' : 'peso'
  if (written.startsWith('franc')) return region === 'CH' ? 'CHF' : 'franc'
  return dollars[region] ?? 'USD'
}

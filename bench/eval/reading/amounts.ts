/** A sum of money: hundredths, and the currency where the text tells one; `$` may be any dollar. */
export type Amount = { cents: number; currency?: string }
export type AmountReading = Amount & { start: number; end: number }

const currencies: readonly (readonly [RegExp, string])[] = [
  [/^(?:US\$|USD)$/i, 'USD'],
  [/^(?:CA\$|CAD|C\$)$/i, 'CAD'],
  [/^(?:A\$|AUD|AU\$)$/i, 'AUD'],
  [/^(?:MXN|MX\$)$/i, 'MXN'],
  [/^(?:\$|dollars?|bucks?)$/i, '$'],
  [/^(?:€|EUR|euros?)$/i, 'EUR'],
  [/^(?:£|GBP|pounds?|quid)$/i, 'GBP'],
  [/^(?:CHF|Fr\.|Franken|francs?|SFr\.?)$/i, 'CHF'],
  [/^(?:₹|INR|Rs\.?|rupees?)$/i, 'INR'],
]

const unit = String.raw`US\$|CA\$|C\$|A\$|AU\$|MX\$|\$|€|£|₹|\b(?:USD|CAD|AUD|MXN|EUR|GBP|CHF|INR|SFr\.?|Fr\.|Rs\.?)`
const word = String.raw`\$|€|£|₹|(?:USD|CAD|AUD|MXN|EUR|euros?|GBP|pounds?|quid|CHF|Franken|francs?|INR|rupees?|dollars?|bucks?)\b`
const number = String.raw`\d+(?:[.,'’\u00a0\u202f ]\d{2,3}(?!\d))*(?:[.,]\d{1,2}(?!\d))?(?:k\b)?`
const pattern = new RegExp(
  `(?:(${unit})[ \\u00a0\\u202f]?(${number})|(?<![\\p{L}\\d.,])(${number})(?:[.,][-–])?[ \\u00a0\\u202f]?(${word}))`,
  'giu',
)

/** Every sum of money in a text, in the ways of Britain, America, India, Germany, Switzerland, France and Spain. */
export const amountsIn = (text: string): AmountReading[] =>
  [...text.matchAll(pattern)].map(match => {
    const [all, before = '', first, second, after = ''] = match
    const currency = currencies.find(([sign]) => sign.test((before || after).trim()))?.[1]
    const cents = centsOf(first ?? second ?? '')
    return { start: match.index, end: match.index + all.length, cents, ...(currency !== undefined && { currency }) }
  })

/** `1.249,50`, `1,249.50`, `1'249.50`, `1,49,999`: one or two digits behind the last mark are the hundredths. */
export function centsOf(written: string): number {
  const [, whole = '', part = '', thousands] = /^(.*?)(?:[.,](\d{1,2}))?(k)?$/i.exec(written.trim()) ?? []
  const times = thousands === undefined ? 1 : 1000
  return times * (Number(whole.replaceAll(/\D/g, '')) * 100 + Number(part.padEnd(2, '0')))
}

/** A canonical sum: `1249.50 EUR`, `EUR 1249.50`, or a number alone. */
export function amountOf(value: string): Amount {
  const [read] = amountsIn(value)
  return read === undefined ? { cents: centsOf(value) } : read
}

const dollars = ['$', 'USD', 'CAD', 'AUD', 'MXN']

export const sameAmount = (a: Amount, b: Amount): boolean =>
  a.cents === b.cents &&
  (a.currency === undefined ||
    b.currency === undefined ||
    a.currency === b.currency ||
    (dollars.includes(a.currency) && dollars.includes(b.currency) && (a.currency === '$' || b.currency === '$')))

/**
 * What somebody may state of themselves or their matter and should never be asked again. `tried` is a remedy the
 * customer already went through; `person` the name they give of themselves.
 */
export const factKinds = [
  'order',
  'case',
  'tracking',
  'account',
  'invoice',
  'device',
  'date',
  'amount',
  'address',
  'phone',
  'email',
  'person',
  'tried',
] as const
export type FactKind = (typeof factKinds)[number]

/** Kinds that name one matter: two contacts that share one of them speak of the same thing. */
export const referenceKinds = ['order', 'case', 'tracking', 'invoice'] as const satisfies readonly FactKind[]
export type ReferenceKind = (typeof referenceKinds)[number]

/**
 * Whose a fact is. `author`: of who wrote the text. `addressee`: of who it was written to, like "your order 4471" in a
 * text of the company. `other`: of a third person, or in words that the author only quotes.
 */
export type Holder = 'author' | 'addressee' | 'other'

/**
 * A fact that a text states; `start` and `end` are UTF-16 offsets of the words it was read from. `value` is its canonical
 * form, equal for two ways of writing the same thing:
 *
 * | kind | value |
 * |---|---|
 * | order, case, tracking, account, invoice | letters and digits, upper case: `4471882` |
 * | date | `YYYY-MM-DD`; the words as written, in lower case, where no day can be told safely |
 * | amount | `EUR 1234.56`: ISO 4217 and two decimals |
 * | phone | E.164 |
 * | email | as `emailAddress` gives it |
 * | person, device, address, tried | lower case, single spaces, no punctuation |
 *
 * `replaces` is the value that the author takes back with it.
 */
export type Fact = {
  kind: FactKind
  value: string
  start: number
  end: number
  holder: Holder
  replaces?: string
}

/**
 * What is known of a text besides its words: BCP 47 language, ISO 3166 region, RFC 3339 time of writing, and who wrote
 * it: a customer (when it is not said), the company, or an agent who noted what a customer said ("her order" is the
 * customer's there).
 */
export type FactContext = { language?: string; region: string; writtenAt: string; by?: Voice }
export type Voice = 'customer' | 'company' | 'notes'

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

/**
 * A fact that a text states. `value` is its canonical form, equal for two ways of writing the same thing; `start` and
 * `end` are UTF-16 offsets of the words it was read from. `replaces` is the value that the author takes back with it.
 */
export type Fact = {
  kind: FactKind
  value: string
  start: number
  end: number
  /** Whose it is: an order number, phone or address of somebody else is not the author's. */
  holder: 'author' | 'other'
  replaces?: string
}

/** What is known of a text besides its words: BCP 47 language, ISO 3166 region, RFC 3339 time of writing. */
export type FactContext = { language?: string; region: string; writtenAt: string }

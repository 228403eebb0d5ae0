import type { Random } from '../../world/random.ts'

export type Language = 'en' | 'de' | 'fr' | 'es'
type Names = 'GB' | 'US' | 'DE' | 'FR' | 'ES'

/** How a country writes. `tag` is its BCP 47 language; `names` the list of world names that fits best. */
export type Country = {
  code: string
  language: Language
  tag: string
  currency: 'GBP' | 'USD' | 'CAD' | 'AUD' | 'INR' | 'EUR' | 'CHF' | 'MXN'
  names: Names
}

const country = (code: string, tag: string, currency: Country['currency'], names: Names): Country => ({
  code,
  language: languageOf(tag),
  tag,
  currency,
  names,
})

function languageOf(tag: string): Language {
  const known: readonly Language[] = ['en', 'de', 'fr', 'es']
  return known.find(language => tag.startsWith(language)) ?? 'en'
}

const weights: readonly (readonly [Country, number])[] = [
  [country('GB', 'en-GB', 'GBP', 'GB'), 22],
  [country('US', 'en-US', 'USD', 'US'), 16],
  [country('CA', 'en-CA', 'CAD', 'US'), 3],
  [country('AU', 'en-AU', 'AUD', 'GB'), 3],
  [country('IN', 'en-IN', 'INR', 'GB'), 6],
  [country('DE', 'de-DE', 'EUR', 'DE'), 16],
  [country('AT', 'de-AT', 'EUR', 'DE'), 4],
  [country('CH', 'de-CH', 'CHF', 'DE'), 5],
  [country('CH', 'fr-CH', 'CHF', 'FR'), 4],
  [country('FR', 'fr-FR', 'EUR', 'FR'), 11],
  [country('ES', 'es-ES', 'EUR', 'ES'), 9],
  [country('MX', 'es-MX', 'MXN', 'ES'), 3],
]

export const someCountry = (random: Random): Country => random.weighted(weights)

import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Contact } from '../contact/contact.ts'
import { anywhere } from '../facts/read/date.ts'

/** Countries that write alike in what a fact depends on, by the ends of mail addresses (IANA root zone). */
const topDomain = /@[^@]*\.(uk|us|de|at|ch|fr|es|it|nl|be|ie|au|nz|in|ca|mx|br|pt|se|no|dk|fi|pl)$/

/**
 * The country (ISO 3166) whose way of writing numbers and dates a customer has: of the language tag of their contacts, else
 * of their phone, else of the end of their mail address, else of the company.
 */
export function regionOf(contacts: readonly Contact[], ofCompany: string | undefined): string {
  const newest = contacts.filter(({ direction }) => direction === 'inbound').slice(0, looked)
  for (const told of [byLanguage, byPhone, byMail, bySpokenLanguage])
    for (const contact of newest) {
      const region = told(contact)
      if (region !== undefined) return region
    }
  return ofCompany ?? anywhere
}

/** Where the newest tell nothing, older ones do not either. */
const looked = 40

/** The region of a language tag: `de-AT`. */
export const byLanguage = ({ language }: Contact): string | undefined => /-([A-Z]{2})$/.exec(language ?? '')?.[1]

function byPhone({ from: { identifier } }: Contact): string | undefined {
  const number = /\+\d{6,15}$/.exec(identifier.value)?.[0]
  return identifier.type === 'phone' && number !== undefined ? parsePhoneNumberFromString(number)?.country : undefined
}

function byMail({ from: { identifier } }: Contact): string | undefined {
  const end = identifier.type === 'email' ? topDomain.exec(identifier.value)?.[1] : undefined
  return end === 'uk' ? 'GB' : end?.toUpperCase()
}

/** A language of one way of writing: every country that speaks German or French puts the day first. */
const bySpokenLanguage = ({ language }: Contact): string | undefined =>
  language === undefined ? undefined : { de: 'DE', fr: 'FR', es: 'ES', it: 'IT', nl: 'NL' }[language]

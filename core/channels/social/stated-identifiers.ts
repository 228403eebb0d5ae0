import { findPhoneNumbersInText } from 'libphonenumber-js/max'
import { parse } from 'tldts'
import type { Evidence } from '../../contact/contact.ts'
import { type Identifier, identifierName } from '../../contact/identifier.ts'
import { identifierClass } from '../../identity/identifier-class.ts'
import type { Source } from '../../source/source.ts'
import { emailAddress, emailIdentifier } from '../email/addresses.ts'
import { regionOption } from '../phone/phone-number.ts'
import { isAuthorsOwn, isOrderNumber, isPhoneTalk } from './stated-cues.ts'

const limits = { email: 4000, phone: 1000, evidence: 5 } as const

/**
 * The mail addresses and phone numbers that the author states as their own: people state their own unless the words
 * around say otherwise. Quoted lines and repeated posts are other people's words; the company's own addresses, and
 * mailboxes that nobody reads, are nobody's. A national number needs a word that makes it a phone number.
 */
export function statedEvidence(text: string, source: Source, claim: Pick<Evidence, 'tier' | 'how'>): Evidence[] {
  const own = ownWords(text)
  const found = new Map<string, Evidence>()
  for (const { identifier, start, end } of [...addresses(own), ...numbers(own, source)]) {
    const stated = isAuthorsOwn(own.slice(0, start), own.slice(end), identifier.type)
    if (stated && isPersonal(identifier, source)) found.set(identifierName(identifier), { identifier, ...claim })
  }
  return [...found.values()].slice(0, limits.evidence)
}

type Stated = { identifier: Identifier; start: number; end: number }

/** Some words between quotation marks, as English, German, French and Spanish write them; a lone address is none. */
const quotedSpeech = /"[^"\n]*\s[^"\n]*"|“[^”\n]*\s[^”\n]*”|„[^“”\n]*\s[^“”\n]*[“”]|«[^»\n]*\s[^»\n]*»/g

/** What follows RT, lines behind `>` and quoted speech are somebody else's words. */
const ownWords = (text: string): string =>
  text
    .slice(0, limits.email)
    .replace(/\bRT @\w+:[\s\S]*$/, '')
    .replace(/^[ \t]*>.*$/gm, '')
    .replace(quotedSpeech, ' … ')

const address = /[a-z0-9][a-z0-9._%+'-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/gi

function addresses(text: string): Stated[] {
  return [...text.matchAll(address)]
    .filter(([written]) => parse(written.slice(written.indexOf('@') + 1)).isIcann === true)
    .map(({ 0: written, index }) => ({
      identifier: emailIdentifier(emailAddress(written) ?? written.toLowerCase()),
      ...{ start: index, end: index + written.length },
    }))
}

function numbers(text: string, source: Source): Stated[] {
  const part = text.slice(0, limits.phone)
  if (!/\d{2}/.test(part)) return []
  return findPhoneNumbersInText(part, regionOption(source.defaultRegion)).flatMap(({ number, startsAt, endsAt }) => {
    const written = part.slice(startsAt, endsAt)
    const before = part.slice(0, startsAt)
    const isPhone = written.startsWith('+') || isPhoneTalk(before) || written === text.trim()
    if (!isPhone || isOrderNumber(before)) return []
    return [{ identifier: { type: 'phone', value: number.number }, start: startsAt, end: endsAt }]
  })
}

function isPersonal(identifier: Identifier, { ownIdentifiers }: Source): boolean {
  if (identifierClass(identifier, ownIdentifiers) !== 'personal') return false
  const domain = (email: string): string => email.slice(email.indexOf('@') + 1)
  const ownDomains = ownIdentifiers.filter(({ type }) => type === 'email').map(({ value }) => domain(value))
  return identifier.type !== 'email' || !ownDomains.includes(domain(identifier.value))
}

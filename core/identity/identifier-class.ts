import { type Identifier, sameIdentifier } from '../contact/identifier.ts'

/**
 * What an identifier can say about a person. `personal` may be linked; `shared` names a line that several people use;
 * `blocked` names nobody; `own` belongs to the company and never becomes a customer.
 */
export type IdentifierClass = 'personal' | 'shared' | 'blocked' | 'own'

/** The class by the identifier alone. That several people use it shows only in its links: see shared.ts. */
export function identifierClass(identifier: Identifier, own: readonly Identifier[] = []): IdentifierClass {
  if (own.some(known => sameIdentifier(known, identifier))) return 'own'
  if (identifier.type === 'line') return 'shared'
  return namesNobody(identifier) ? 'blocked' : 'personal'
}

function namesNobody({ type, value }: Identifier): boolean {
  const text = value.trim().toLowerCase()
  if (placeholders.has(text)) return true
  if (type === 'phone') return isWithheldNumber(text)
  if (type === 'email') return isNobodysAddress(text)
  return false
}

/** Words that systems send where a name is missing; a caller id may be such a word since Twilio's change of 2022-11-16. */
const placeholders = new Set([
  '0',
  '-',
  'anonymous',
  'blocked',
  'n/a',
  'none',
  'null',
  'private',
  'restricted',
  'unavailable',
  'undefined',
  'unknown',
  'withheld',
])

/**
 * The words ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN and UNAVAILABLE on a telephone's keys, which Twilio sends as a
 * number (help.twilio.com, article 223179988, which spells the second one with 2883), alone or behind a +1.
 */
const wordNumbers = new Set(['266696687', '7378742833', '7378742883', '2562533', '8656696', '86282452253'])

/**
 * E.164 allows 15 digits and a country code has no leading zero; fewer than 7 digits are a local short code. One digit
 * eight times, and digits counted up, are what people type to get past a form.
 */
const e164 = /^\+[1-9]\d{6,14}$/
const oneDigit = /(\d)\1{7}$/
const typedIn = new Set(['+1234567890', '+12345678900', '+11234567890', '+441234567890'])

const isWithheldNumber = (value: string): boolean =>
  !e164.test(value) ||
  wordNumbers.has(value.slice(1)) ||
  wordNumbers.has(value.replace(/^\+1/, '')) ||
  oneDigit.test(value) ||
  typedIn.has(value)

/** Mailboxes that nobody reads, and those that only software writes from (RFC 5321 section 4.5.5, RFC 2142, VERP). */
const automatic = new Set([
  'anonymous',
  'bounce',
  'bounces',
  'mailer-daemon',
  'nobody',
  'postmaster',
  'undisclosed-recipients',
  'unknown',
])
const noReply = /^(?:no|do[-_.]?not|dont|never)[-_.]?(?:reply|respond|answer)(?:$|[-+_.\d])/

/** `.invalid` never exists (RFC 6761 section 6.4); SIP writes anonymous@anonymous.invalid (RFC 3323 section 4.1.1.3). */
function isNobodysAddress(address: string): boolean {
  const at = address.lastIndexOf('@')
  if (at < 1 || at === address.length - 1) return true
  const local = address.slice(0, at)
  const [mailbox = ''] = local.split(/[+=]/)
  return address.endsWith('.invalid') || noReply.test(local) || automatic.has(mailbox)
}

/** Who takes part, as far as words may name them. */
type Party = { name?: string | undefined; handle?: string | undefined; identifier: { type: string; value: string } }

/** Shorter words, and those of role addresses (RFC 2142), would mask half of every text. */
const shortestName = 3
const roleWords = new Set(['info', 'mail', 'contact', 'office', 'sales', 'service', 'support', 'team', 'help', 'hello'])

/** The words of the parties' names, handles and mail addresses. */
function namesOf(parties: readonly Party[]): string[] {
  const written = parties.flatMap(({ name = '', handle = '', identifier }) => [name, handle, mailbox(identifier)])
  const words = written.flatMap(text => text.split(/[^\p{L}\p{M}\p{N}'’]+/u))
  return [...new Set(words)].filter(word => word.length >= shortestName && !roleWords.has(word.toLowerCase()))
}

const mailbox = ({ type, value }: Party['identifier']): string => (type === 'email' ? value.replace(/@.*$/s, '') : '')

const address = /[^\s@<>()[\]",;:]{1,64}@[^\s@<>()[\]",;:]{1,255}/gu
const link = /\b(?:https?:\/\/|www\.)\S{1,2000}/giu
const handle = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]{2,64}/gu
/** Seven digits or more, however they are grouped: telephone, account, card and order numbers. */
const number = /\+?\d(?:[\s().\-/]{0,3}\d){6,30}/gu

/** A customer's, an order's: capitals before five digits or more. */
const reference = /(?<![\p{L}\p{N}])\p{Lu}{1,4}[-\s]?\d{5,30}(?!\d)/gu
/** Who is greeted, where the contact does not say what they are called: "Hello Dave Thornton,", "Liebe Frau Wolf,". */
const greeted =
  /(?<=(?:^|[\n.!?>]\s{0,3})(?:Hello|Hi|Hey|Dear|Good (?:morning|afternoon|evening)|Hallo|Liebe[rs]?|Guten (?:Tag|Morgen)|Sehr geehrte[rs]?|Bonjour|Bonsoir|Chère?|Hola|Buenos días|Estimad[oa])(?: (?:Frau|Herrn?|Mrs?|Ms|Miss|Dr|Mme|Mlle|M|Sra?)\.?)? )(?!Sir|Madam|Damen|Team|Frau |Herrn? |Mrs?\.? |Ms |Mme )\p{Lu}[\p{L}\p{M}'’-]{1,40}(?: \p{Lu}[\p{L}\p{M}'’-]{1,40}){0,2}/gu

/**
 * Masks in a text what looks like a name of one of the parties, a number, an address or a link. The words of names hold
 * letters, digits and apostrophes only, so they need no escaping.
 */
export function textMask(parties: readonly Party[], masked: string): (text: string) => string {
  const names = namesOf(parties)
  const patterns = [link, address, handle, reference, number, greeted]
  if (names.length > 0) patterns.push(new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'giu'))
  return text => patterns.reduce((left, pattern) => left.replace(pattern, masked), text)
}

import type { Contact } from '../contact/contact.ts'

const longest = 120

/** What a matter is called by a contact: its subject, else its first words, else what it was. At most 120 UTF-16 code units. */
export function titleOf(contact: Contact): string {
  const said = wordsOf(contact)
  if (said === '') return wordless(contact)
  return said.length > longest ? `${said.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : said
}

/** The name of a matter with one contact more: the first that says something names it, when it began with a call without words. */
export const titleWith = (title: string, contact: Contact): string =>
  isWordless(title) && wordsOf(contact) !== '' ? titleOf(contact) : title

const wordsOf = ({ subject, text }: Contact): string => (subject?.trim() || text).replace(/\s+/g, ' ').trim()

const wordless = ({ kind, channel, call }: Contact): string =>
  call && !call.answered ? 'missed call' : kind === 'call' ? 'call' : `${channel} without words`

const isWordless = (title: string): boolean => /^(?:missed call|call|[a-z-]+ without words)$/.test(title)

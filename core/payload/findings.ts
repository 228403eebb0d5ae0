import type { Finding } from '../channels/channel.ts'
import { type Contact, contactSchema } from '../contact/contact.ts'

/** A payload with more than this in it is refused as a whole, so that its sender can send it in smaller pieces. */
export const maxFindings = 1000

export const notAContact = (reason: string): Finding => ({ type: 'not-a-contact', reason })
export const setAside = (reason: string): Finding => ({ type: 'set-aside', reason })

/** What a payload held: never nothing, and never more than the limit. */
export function allFindings(findings: Finding[]): Finding[] {
  if (findings.length === 0) return [notAContact('The payload holds no event.')]
  return findings.length > maxFindings ? [tooMany(findings.length)] : findings
}

export const tooMany = (count: number): Finding =>
  setAside(`The payload holds ${count} items; send at most ${maxFindings} at a time, or import them as a file.`)

/**
 * The contact as a finding, checked against its schema on the way out. Half a surrogate pair becomes U+FFFD here, as it
 * would in storage, and absent members are left out; otherwise what is read back would differ from what was written.
 */
export function contactFinding(contact: Contact): Finding {
  const parsed = contactSchema.safeParse(wellFormed(contact))
  if (parsed.success) return { type: 'contact', contact: parsed.data }
  const fields = parsed.error.issues.map(issue => issue.path.join('.'))
  return setAside(`The contact breaks the normal form in ${[...new Set(fields)].slice(0, 5).join(', ')}.`)
}

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(members.map(([key, member]) => [key.toWellFormed(), wellFormed(member)]))
}

import type { Contact } from '../../core/contact/contact.ts'
import { stateOf } from '../../core/contact/contact-state.ts'
import type { ContactEntry } from '../../core/timeline/entry.ts'

/** Texts of a small company about four things, many ways of saying each. */
const sayings: Record<string, { subjects: string[]; verbs: string[] }> = {
  parcel: {
    subjects: ['my parcel', 'the parcel', 'a delivery', 'our package'],
    verbs: ['has not arrived', 'is late again', 'was left at the neighbour', 'shows no tracking'],
  },
  invoice: {
    subjects: ['the invoice', 'my last bill', 'this invoice', 'the amount on my bill'],
    verbs: ['is too high', 'was charged twice', 'has a wrong total', 'does not match the contract'],
  },
  password: {
    subjects: ['my password', 'the login', 'the reset link', 'signing in'],
    verbs: ['is not accepted', 'fails on the website', 'locks my account', 'never reaches my inbox'],
  },
  router: {
    subjects: ['the router', 'my modem', 'the internet connection', 'our wifi'],
    verbs: ['drops every evening', 'blinks red', 'is down since the storm', 'restarts by itself'],
  },
}

export type Made = { id: string; text: string; author: string; about: string }

/** `count` texts, each of another author in turn; the same for the same count. */
export function makeTexts(count: number): Made[] {
  const about = Object.keys(sayings)
  return Array.from({ length: count }, (_, at) => {
    const thing = about[at % about.length] ?? ''
    const { subjects, verbs } = sayings[thing] ?? { subjects: [], verbs: [] }
    const turn = Math.floor(at / about.length)
    const subject = subjects[turn % subjects.length]
    const verb = verbs[Math.floor(turn / subjects.length) % verbs.length]
    const text = `Why: ${subject} ${verb}`
    return { id: `${at}`.padStart(32, '0'), text, author: `email:customer${at}@example.com`, about: thing }
  })
}

export const sortAtOf = (at: number): string => new Date(Date.UTC(2026, 2, 1) + at * 60_000).toISOString()

/** An inbound mail with this text, as it lies on its author's stream. */
export function entryOf({ id, text, author }: Made, at: number, name = 'Alice Example'): ContactEntry {
  const sortAt = sortAtOf(at)
  const contact: Contact = {
    ...{ v: 1, id, source: 'support', channel: 'email', kind: 'mail', brand: 'main', department: 'support' },
    ...{ direction: 'inbound', occurredAt: sortAt, receivedAt: sortAt, revision: 0, to: [], text },
    from: { identifier: { type: 'email', value: author.slice('email:'.length) }, name },
    ...{ attachments: [], evidence: [], rawRef: { object: 'payloads/x', offset: 0, length: 1 } },
  }
  return { type: 'contact', entryId: id, place: { stream: author, sortAt }, state: stateOf(contact), version: 1 }
}

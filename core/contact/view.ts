import type { Call, Contact } from './contact.ts'
import type { ContactState } from './contact-state.ts'

/** The contact as people see it: its parts folded into one. A contact in one piece is that piece. */
export function viewContact(state: ContactState): Contact {
  const [first, ...rest] = state.parts
  if (first === undefined) throw new Error('a contact state without parts')
  return rest.reduce(foldPart, first)
}

/**
 * Parts come sorted by name, so the result depends on the set of parts alone. What we recorded of an answer of ours and
 * the provider's echo of it are two parts: what only one of them knows (who wrote it, what it answers) is kept.
 */
function foldPart(whole: Contact, part: Contact): Contact {
  const call = foldCalls(whole.call, part.call)
  const [{ part: _part, ...leading }, other] = whole.occurredAt <= part.occurredAt ? [whole, part] : [part, whole]
  return {
    ...linksOf(other),
    ...leading,
    occurredAt: least(whole.occurredAt, part.occurredAt),
    receivedAt: least(whole.receivedAt, part.receivedAt),
    revision: Math.max(whole.revision, part.revision),
    text: whole.text === '' ? part.text : whole.text,
    to: union(whole.to, part.to, party => `${party.identifier.type}:${party.identifier.value}`, 50),
    attachments: union(whole.attachments, part.attachments, attachment => attachment.ref, 100),
    evidence: union(whole.evidence, part.evidence, found => JSON.stringify(found), 50),
    ...(call === undefined ? {} : { call }),
  }
}

const linksOf = ({ answers, agent, provider }: Contact): Pick<Contact, 'answers' | 'agent' | 'provider'> => ({
  ...(answers !== undefined && { answers }),
  ...(agent !== undefined && { agent }),
  ...(provider !== undefined && { provider }),
})

/** The legs of a call overlap, so the longest one says how long it took. */
function foldCalls(a: Call | undefined, b: Call | undefined): Call | undefined {
  if (a === undefined || b === undefined) return a ?? b
  const [less, more] = a.durationSeconds < b.durationSeconds ? [a, b] : [b, a]
  const answered = a.answered || b.answered
  return { ...less, ...more, answered, durationSeconds: more.durationSeconds }
}

const least = (a: string, b: string): string => (a < b ? a : b)

function union<T>(a: T[], b: T[], key: (item: T) => string, limit: number): T[] {
  const byKey = new Map([...a, ...b].map(item => [key(item), item]))
  return [...byKey.values()].slice(0, limit)
}

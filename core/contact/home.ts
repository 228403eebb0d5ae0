import type { Contact, Party } from './contact.ts'
import type { Identifier } from './identifier.ts'
import { streamName } from './stream.ts'

/** More participants than this get no ref: a mail to a crowd is not a contact of each of them. */
export const maxParticipants = 20

/**
 * The identifier on whose stream the contact lies for ever: inbound, the author's; outbound, the first recipient's
 * (RFC 5322 section 3.6.3: a reply is addressed to the author of what it answers), else the company's own line.
 */
export function homeIdentifier(contact: Contact): Identifier {
  if (contact.direction === 'inbound') return contact.from.identifier
  return contact.to[0]?.identifier ?? { type: 'line', value: contact.source }
}

/**
 * The streams of the other customers who take part, when the contact lies on `home`: each gets a ref entry. Parsers
 * leave the company's own identifiers out of `to`, and people merely mentioned.
 */
export function refStreams(contact: Contact, home: string): string[] {
  const own = homeIdentifier(contact)
  const others = [...(own.type === 'line' ? [] : [own]), ...contact.to.map((party: Party) => party.identifier)]
  const streams = new Set(others.slice(0, maxParticipants + 1).map(other => streamName(other)))
  streams.delete(home)
  return [...streams].slice(0, maxParticipants)
}

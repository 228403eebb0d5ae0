import { refStreams } from '../../contact/home.ts'
import { viewContact } from '../../contact/view.ts'
import type { ContactEntry } from '../../timeline/entry.ts'
import type { MemberStream } from '../../timeline/read-timeline.ts'

/**
 * The streams that are proven to be of whoever an answer goes to: the one it goes to and, where that one is proven to be
 * of the customer's head, all others that are. Two that are only asserted may be two people.
 */
export function confirmedWith(members: readonly MemberStream[], to: string): Set<string> {
  const isProven = members.some(({ stream, asserted }) => stream === to && !asserted)
  return new Set([to, ...(isProven ? members.filter(({ asserted }) => !asserted).map(({ stream }) => stream) : [])])
}

/** Whether a contact was written by or to somebody that one of these streams names: they know what it says. */
export const isKnownTo = ({ place, state }: ContactEntry, streams: ReadonlySet<string>): boolean =>
  streams.has(place.stream) || refStreams(viewContact(state), place.stream).some(stream => streams.has(stream))

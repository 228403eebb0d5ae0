import { limits } from '../channels/email/limits.ts'
import { unquoted } from '../channels/email/mbox-row.ts'
import type { RawStore } from '../raw/raw-store.ts'
import type { Reply } from '../reply/reply.ts'
import type { ContactEntry } from '../timeline/entry.ts'
import type { TimelineStore } from '../timeline/timeline-store.ts'
import { replyIn } from './read-sent.ts'
import { type Way, wayOf } from './way.ts'

export type OriginalDeps = {
  timeline: Pick<TimelineStore, 'locate' | 'readContact'>
  raw: Pick<RawStore, 'read'>
}

/** Where an original is, or why there is none to show. `stream` is where the contact lies. */
export type Found =
  | { type: 'mail'; stream: string; bytes: Uint8Array }
  | { type: 'sent'; stream: string; reply: Reply }
  | { type: 'unknown' | 'deleted' | 'no-mail' | 'gone' }

/**
 * The payload that a contact was read from, where that is a mail or an answer of ours. Of a contact that its author
 * deleted nothing is read, though the payload may be kept a while longer. Reads 40 MB at most.
 */
export async function findOriginal(deps: OriginalDeps, contactId: string): Promise<Found> {
  const located = await deps.timeline.locate(contactId)
  if (located?.deletedAt !== undefined) return { type: 'deleted' }
  const entry = located?.place && (await deps.timeline.readContact(contactId, located.place))
  if (entry === undefined) return { type: 'unknown' }
  if (entry.state.deletedAt !== undefined) return { type: 'deleted' }
  return readFirst(deps, entry)
}

/** What came by mail shows more than what we noted when we sent it. */
async function readFirst({ raw }: OriginalDeps, { place: { stream }, state }: ContactEntry): Promise<Found> {
  const refs = state.parts.map(({ rawRef }) => ({ ref: rawRef, way: wayOf(rawRef) })).filter(({ way }) => way)
  const best = refs.find(({ way }) => way !== 'sent') ?? refs[0]
  if (best === undefined) return { type: 'no-mail' }
  const { object, offset, length } = best.ref
  const stored = await raw.read(object, { offset, length: Math.min(length, limits.mailBytes) })
  if (stored === undefined) return { type: 'gone' }
  if (best.way !== 'sent') return { type: 'mail', stream, bytes: mailIn(stored.bytes, best.way) }
  const reply = replyIn(stored.bytes)
  return reply === undefined ? { type: 'no-mail' } : { type: 'sent', stream, reply }
}

const mailIn = (bytes: Uint8Array, way: Way | undefined): Uint8Array => (way === 'mbox' ? unquoted(bytes).bytes : bytes)

import type { Contact } from '../contact/contact.ts'
import { streamName } from '../contact/stream.ts'
import { viewContact } from '../contact/view.ts'
import { RetryLater } from '../record/outcome.ts'
import type { ContactEntry } from '../timeline/entry.ts'
import type { ActDeps } from './act.ts'
import { callbackThread, calledBack, isCalledBack } from './callbacks.ts'
import type { Conversation } from './conversation.ts'
import { itself } from './deps.ts'
import { eventsOf } from './events.ts'
import { nothingWritten } from './store.ts'

const maxRaces = 20

/**
 * After a call of ours: where it was to be made in a conversation, it is done, also where the number is of a customer of
 * its own and the call in no matter. Told twice, it is done once.
 */
export async function followCall(deps: ActDeps, entry: ContactEntry): Promise<void> {
  const contact = viewContact(entry.state)
  const { sortAt } = entry.place
  const isAnswered = contact.direction === 'outbound' && contact.call?.answered === true
  if (!isAnswered || entry.state.deletedAt !== undefined) return
  for (let race = 0; race < maxRaces; race++) {
    await deps.pause(race)
    const was = await awaiting(deps, contact, sortAt)
    if (was === undefined) return
    const { conversation, happenings } = calledBack(was, sortAt, await deps.terms(was))
    const next = { ...conversation, version: was.version + 1 }
    const events = eventsOf(next, happenings, { actor: itself, at: sortAt, contact: entry.entryId })
    if (await deps.store.commit({ ...nothingWritten, conversations: [{ next, was }], events })) return
  }
  throw new RetryLater('others kept changing the conversation')
}

/** A call has few ends. */
const mostEnds = 5

/** The conversation in which this call was asked for; what was joined into another stands for that one. */
async function awaiting({ store }: ActDeps, contact: Contact, at: string): Promise<Conversation | undefined> {
  const numbers = contact.to.flatMap(({ identifier }) => (identifier.type === 'phone' ? [streamName(identifier)] : []))
  const { threaded } = await store.readMatters(numbers.slice(0, mostEnds), [callbackThread])
  const found = await store.read(threaded)
  const whole = await store.read(found.flatMap(({ joinedInto }) => joinedInto ?? []))
  return [...found, ...whole].find(
    ({ joinedInto, callback }) => joinedInto === undefined && isCalledBack(callback, contact, at),
  )
}

import type { Contact } from '../../core/contact/contact.ts'
import { homeIdentifier } from '../../core/contact/home.ts'
import { sortAt } from '../../core/contact/sort-at.ts'
import { streamName } from '../../core/contact/stream.ts'
import { followChange } from '../../core/conversation/follow-change.ts'
import type { Stack } from './stack.ts'

/** A contact arrives and joins a conversation, whose id this answers. */
export async function opened(stack: Stack, contact: Contact): Promise<string> {
  await stack.receive(contact)
  const { conversations, identity } = stack.deps
  const stream = streamName(homeIdentifier(contact))
  const change = { v: 1, type: 'contact', contactId: contact.id, stream, sortAt: sortAt(contact) } as const
  await followChange({ ...conversations, identity, readSource: async () => undefined }, change, 1)
  const entry = await stack.deps.timeline.readContact(contact.id, { stream, sortAt: sortAt(contact) })
  if (entry?.conversation === undefined) throw new Error('it joined no conversation')
  return entry.conversation
}

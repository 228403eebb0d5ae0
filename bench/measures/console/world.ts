import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { rowItem } from '../../../adapters/dynamodb/conversation-items.ts'
import { contactItem } from '../../../adapters/dynamodb/entry-item.ts'
import { writePointer, writeRecord } from '../../../adapters/dynamodb/identity-items.ts'
import { conversationKeys } from '../../../adapters/dynamodb/keys.ts'
import type { Item } from '../../../adapters/dynamodb/table.ts'
import { defaultPolicy } from '../../../core/clock/policy.ts'
import type { Contact } from '../../../core/contact/contact.ts'
import { contactId } from '../../../core/contact/contact-id.ts'
import { type ContactState, stateOf } from '../../../core/contact/contact-state.ts'
import { homeIdentifier } from '../../../core/contact/home.ts'
import { streamName } from '../../../core/contact/stream.ts'
import { viewContact } from '../../../core/contact/view.ts'
import { type Conversation, conversationSchema } from '../../../core/conversation/conversation.ts'
import { opened } from '../../../core/conversation/open.ts'
import { readSigns } from '../../../core/conversation/read-signs.ts'
import { rowOf } from '../../../core/conversation/row.ts'
import { always } from '../../../core/hours/hours.ts'
import { streamIdentifier } from '../../../core/identity/member.ts'
import { bulkItems, tableIn } from '../bulk-items.ts'
import { copyOf } from '../search-fill.ts'
import { worldContacts } from '../world-contacts.ts'

const month = 3000
const chunk = 200

/**
 * Puts so many contacts of a company's mix into the table of a stack, each customer with one matter, three of ten of
 * them open. They are written past the engine's API, so that nothing follows from them.
 */
export async function fillWorld(dataDir: string, contacts: number, now: number): Promise<void> {
  const originals = await monthOfContacts()
  const data = join(dataDir, 'table')
  const bulk = bulkItems(data, tableIn(data))
  const matters = new Map<string, Conversation>()
  for (let from = 0; from < contacts; from += chunk) {
    const states = Array.from({ length: Math.min(chunk, contacts - from) }, (_, at) => copyOf(originals, from + at))
    bulk.put(states.flatMap(state => itemsOf(state, matters, now)))
    // The stack runs in this process, too: its functions go on between two chunks.
    await turn()
    if ((from + chunk) % 20_000 === 0) process.stderr.write(`  ${from + chunk} of ${contacts} contacts written\n`)
  }
  bulk.done()
}

async function monthOfContacts(): Promise<ContactState[]> {
  const known = new Map<string, ContactState>()
  for await (const contact of worldContacts(month)) known.set(contact.id, stateOf(contact))
  return [...known.values()]
}

/** The entry of a contact under its matter, with the customer and the matter where it is the first of its stream. */
function itemsOf(state: ContactState, matters: Map<string, Conversation>, now: number): Item[] {
  const contact = viewContact(state)
  const stream = streamName(homeIdentifier(contact))
  const place = { stream, sortAt: state.sortAt }
  const known = matters.get(stream)
  const matter = known ?? matterOf(contact, stream, matters.size, now)
  matters.set(stream, matter)
  return [
    contactItem(contact.id, { place, state, conversation: matter.id }, 1),
    { ...conversationKeys.contact(matter.id, state.sortAt, contact.id), v: 1, stream },
    ...(known ? [] : [...customerItems(stream, state.sortAt), ...matterItems(matter)]),
  ]
}

function customerItems(stream: string, createdAt: string): Item[] {
  const customer = contactId(stream)
  const identifier = streamIdentifier(stream)
  return [
    writePointer({ identifier, customer, class: 'personal', epochs: [{ epoch: 0 }] }),
    writeRecord({ id: customer, version: 1, createdAt, members: [{ stream, asserted: false }] }),
  ]
}

/** Due in the hours to come, one after the other, so that no clock runs out while something is measured. */
function matterOf(contact: Contact, stream: string, n: number, now: number): Conversation {
  const at = new Date(now - n).toISOString()
  const terms = { hours: always, policy: defaultPolicy, priority: 'normal' } as const
  const start = opened(
    { contact: { ...contact, occurredAt: at }, at, signs: readSigns(contact, 'GB') },
    stream,
    at,
    terms,
  )
  return {
    ...start,
    status: n % 10 < 3 ? 'open' : 'resolved',
    team: ['service', 'social', 'technical'][n % 3],
    ...(n % 3 > 0 && { assignee: `agent-${n % 50}` }),
  }
}

function matterItems(matter: Conversation): Item[] {
  const row = rowOf(matter)
  return [
    { ...conversationSchema.parse(matter), ...conversationKeys.head(matter.id) },
    { ...conversationKeys.anchored(matter.anchor, matter.openedAt, matter.id), v: 1 },
    ...(row ? [rowItem(row)] : []),
  ]
}

import type { Contact } from '../contact/contact.ts'
import { homeIdentifier } from '../contact/home.ts'
import { streamName } from '../contact/stream.ts'
import type { EventEntry } from '../timeline/entry.ts'
import { changeConsent } from './change-consent.ts'
import { type Consent, nothingDecided } from './consent.ts'
import { optOutChanges, optOutIn } from './opt-out.ts'
import type { ConsentStore } from './store.ts'

/** How the record names whoever asked by such a word. */
const customer = 'the customer'

/**
 * Records that a message of one word ended or resumed surveys and marketing for the identifier that sent it, as of when it
 * was written: what was decided later stays, so a contact that comes late or twice changes nothing. Reads nothing for
 * all other contacts.
 */
export async function hearOptOut(consent: Pick<ConsentStore, 'change'>, contact: Contact): Promise<void> {
  const word = optOutIn(contact)
  if (word === undefined) return
  const identifier = homeIdentifier(contact)
  await consent.change(identifier, known => heard(known, contact, word), eventOf(contact, word))
}

function heard(known: Consent | undefined, contact: Contact, word: 'stop' | 'start'): Consent | undefined {
  const { occurredAt: at } = contact
  if ((known?.wordAt ?? '') >= at) return undefined
  const identifier = homeIdentifier(contact)
  const changes = optOutChanges(word, known).filter(
    change => !('purpose' in change) || (known?.purposes[change.purpose]?.at ?? '') < at,
  )
  const source = { source: 'keyword', at, by: customer } as const
  const next = changes.reduce<Consent>(
    (before, change) => changeConsent(before, identifier, change, source) ?? before,
    known ?? nothingDecided(identifier),
  )
  return { ...next, wordAt: at }
}

/** Its id follows from the contact's, so that it is written once. */
function eventOf(contact: Contact, word: 'stop' | 'start'): EventEntry {
  const { id, occurredAt: at } = contact
  const to = word === 'stop' ? 'survey and marketing denied (keyword)' : 'survey and marketing as by default (keyword)'
  return {
    type: 'event',
    entryId: `${id.slice(0, 56)}-optout`,
    place: { stream: streamName(homeIdentifier(contact)), sortAt: at },
    event: { v: 1, type: 'status', at, actor: customer, change: 'consent', to, contact: id },
  }
}

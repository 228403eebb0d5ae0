import type { Contact } from '../../../core/contact/contact.ts'
import { ownIdentifiers } from '../../world/company.ts'
import type { Truth } from '../../world/event.ts'
import { settingsOf } from '../../world/options.ts'
import { readEvent } from '../../world/read-event.ts'
import { world } from '../../world/world.ts'

/** A contact as the channels read it, and what is true of it. */
export type KnownContact = { contact: Contact; truth: Truth }

/**
 * The contacts of a generated company's month in order of time, each once, in its first part, as the real parsers read
 * them. Nothing arrives twice, late or broken here: that is tested elsewhere.
 */
export async function worldContacts(seed: number, contacts: number): Promise<KnownContact[]> {
  const options = { seed, contacts, duplicates: 0, late: 0, broken: 0 }
  const configured = { ownIdentifiers: ownIdentifiers(settingsOf(options)) }
  const known = new Map<string, KnownContact>()
  for (const event of world(options)) {
    const findings = await readEvent(event, configured)
    for (const [at, truth] of event.truth.entries()) {
      const finding = findings[at]
      if (finding?.type !== 'contact' || truth.change !== undefined || known.has(truth.contact)) continue
      known.set(truth.contact, { contact: finding.contact, truth })
    }
  }
  return [...known.values()].sort((a, b) => (a.contact.occurredAt < b.contact.occurredAt ? -1 : 1))
}

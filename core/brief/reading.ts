import type { Contact } from '../contact/contact.ts'
import { type DialogueFact, factsOf, type Turn } from '../facts/dialogue.ts'
import { plainCode } from '../facts/found.ts'
import { shortened } from '../payload/text.ts'
import type { BriefContact, BriefInput } from './brief.ts'
import { byLanguage, regionOf } from './region.ts'
import { type Said, saidIn } from './speakers.ts'

/** What was said, oldest first: a turn with the contact that it stands in. */
export type Spoken = Turn & { contact: Contact; asserted: boolean }

/** The contacts of a brief, read once for all its lines. */
export type Reading = {
  now: string
  contacts: readonly BriefContact[]
  turns: readonly Spoken[]
  facts: readonly DialogueFact[]
  /** Whether words may be repeated: they hold nothing that was taken back, and nothing of other people. */
  isQuotable: (text: string) => boolean
  isAsserted: (entryIds: readonly string[]) => boolean
}

/**
 * So much is read of what customers and agents wrote, newest first, in UTF-16 code units: reading takes the time of a brief.
 * One contact has at most a quarter of it.
 */
export const mostRead = 6_500
const mostOfOne = 4_000
const mostOfAnswer = 1_500

export function readContacts(input: BriefInput): Reading {
  const contacts = input.contacts.filter(({ contact }) => contact.automatic === undefined)
  const turns = turnsOf(
    contacts.filter(({ fromOther }) => fromOther !== true),
    regionOf(
      contacts.map(({ contact }) => contact),
      input.region,
    ),
  )
  const facts = factsOf(turns)
  const asserted = new Set(contacts.filter(one => one.asserted).map(({ contact }) => contact.id))
  return {
    now: input.now,
    contacts,
    turns,
    facts,
    isQuotable: quotable(facts),
    isAsserted: entryIds => entryIds.length > 0 && entryIds.every(id => asserted.has(id)),
  }
}

function turnsOf(contacts: readonly BriefContact[], region: string): Spoken[] {
  const turns: Spoken[] = []
  let read = 0
  for (const { contact, asserted } of contacts) {
    if (read >= mostRead) break
    const text = wordsOf(contact)
    read += text.length
    const context = {
      region: byLanguage(contact) ?? region,
      writtenAt: contact.occurredAt,
      ...(contact.language !== undefined && { language: contact.language }),
    }
    const said: Said[] = text === '' ? [] : saidIn(contact, text)
    turns.unshift(
      ...said.map(({ by, text: words }) => ({ id: contact.id, by, text: words, context, contact, asserted })),
    )
  }
  return turns
}

/** The subject counts where the contact brings it: an answer's only repeats what it answers. */
function wordsOf({ subject = '', text, kind, direction }: Contact): string {
  const isNew =
    kind === 'mail' &&
    subject !== '' &&
    !/^\s*(?:re|aw|antw|sv|rv|fwd?|wg|tr|rif|ynt|r[eé]f?)\s*(?:\[\d+\])?:/i.test(subject)
  return shortened(isNew ? `${subject}\n${text}` : text, direction === 'inbound' ? mostOfOne : mostOfAnswer)
}

function quotable(facts: readonly DialogueFact[]): (text: string) => boolean {
  const current = new Set(facts.filter(isCurrent).map(({ value }) => value))
  const kept = facts.filter(
    fact => (fact.stale || fact.holder === 'other') && !current.has(fact.value) && fact.kind !== 'tried',
  )
  const unwanted = [...new Set(kept.map(({ written }) => plainCode(written)))].filter(code => code.length >= 2)
  const written = kept.map(fact => fact.written).filter(words => words.length >= 2)
  return text => {
    if (kept.length === 0) return true
    const plain = plainCode(text)
    return !unwanted.some(code => plain.includes(code)) && !written.some(words => text.includes(words))
  }
}

/** What a customer stated of themselves and did not take back. */
export const isCurrent = (fact: DialogueFact): boolean =>
  fact.by !== 'company' && fact.holder === 'author' && !fact.stale

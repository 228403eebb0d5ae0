import type { Contact } from '../contact/contact.ts'
import { viewContact } from '../contact/view.ts'
import type { Conversation } from '../conversation/conversation.ts'
import type { ContactEntry, EventEntry } from '../timeline/entry.ts'
import type { Reply, ReplyStatus } from './reply.ts'
import { isUnseen, readSeen, type Seen, seenAt } from './seen.ts'
import { sentContactId } from './sent-contact-id.ts'

/** Something that whoever writes an answer has not seen: another answer, and by whom where that is known, or a contact. */
export type Crossing = { crosses: 'another-answer' | 'new-contact'; by?: string; at: string; entryId: string }

/**
 * An answer that somebody is about to give. `seen` is the id or the time of the newest entry or reply that `author` (a
 * subject) had before them, or when they looked. `entries` are the customer's newest, `replies` the conversation's; `now`
 * is RFC 3339 UTC.
 */
export type AboutToAnswer = {
  author: string
  seen?: string | undefined
  now: string
  conversation: Pick<Conversation, 'id' | 'joined'>
  entries: readonly (ContactEntry | EventEntry)[]
  replies: readonly Reply[]
}

/** Who does not say what they have seen is taken to have seen what is older than this, and sent. */
const unsaidMs = 60_000

/**
 * What an answer would cross: the newest answer of somebody else and the newest contact of the customer that its author
 * has not seen. Who does not say what they have seen is only shown answers on their way, or of just now.
 */
export function crossingsOf(about: AboutToAnswer): Crossing[] {
  const { author, conversation, entries, now } = about
  const seen = readSeen(about.seen, entries, about.replies)
  const matter = [conversation.id, ...conversation.joined]
  const unseen = entries.flatMap((entry): ContactEntry[] =>
    entry.type === 'contact' &&
    matter.includes(entry.conversation ?? '') &&
    entry.state.deletedAt === undefined &&
    isUnseen(seen ?? { at: instantBefore(now, unsaidMs) }, entry)
      ? [entry]
      : [],
  )
  const elsewhere = unseen.flatMap(entry => answerElsewhere(viewContact(entry.state), entry, about))
  const answers = [...elsewhere, ...answersOnTheirWay(about, seen)].filter(({ by }) => by !== author)
  const contacts = seen === undefined ? [] : unseen.flatMap(entry => contactOf(viewContact(entry.state), entry))
  return [newest(answers), newest(contacts)].filter(found => found !== undefined)
}

/** An answer that did not come from here: by telephone, or from the network's own pages. */
function answerElsewhere(contact: Contact, { entryId, place }: ContactEntry, { replies }: AboutToAnswer): Crossing[] {
  const reached = contact.direction === 'outbound' && contact.call?.answered !== false
  if (!reached || contact.automatic !== undefined || contact.campaign !== undefined) return []
  if (replies.some(reply => sentContactId(reply) === entryId)) return []
  return [
    { crosses: 'another-answer', at: place.sortAt, entryId, ...(contact.agent !== undefined && { by: contact.agent }) },
  ]
}

/** Whether a reply of this status says something to the customer, or soon will, or may have. */
const speaks: Record<ReplyStatus, boolean> = {
  waiting: true,
  sending: true,
  sent: true,
  unknown: true,
  failed: false,
  undone: false,
}

/** Surveys and confirmations answer nothing. */
function answersOnTheirWay({ now, replies }: AboutToAnswer, seen: Seen | undefined): Crossing[] {
  return replies
    .filter(({ purpose, status }) => (purpose === 'reply' || purpose === 'automatic') && speaks[status])
    .filter(({ status, createdAt }) => {
      if (seen !== undefined) return createdAt > seenAt(seen)
      return status === 'waiting' || status === 'sending' || createdAt > instantBefore(now, unsaidMs)
    })
    .map(({ id, by, createdAt }) => ({ crosses: 'another-answer', by, at: createdAt, entryId: id }))
}

const contactOf = (contact: Contact, { entryId, place }: ContactEntry): Crossing[] =>
  contact.direction === 'inbound' && contact.automatic === undefined
    ? [{ crosses: 'new-contact', at: place.sortAt, entryId }]
    : []

const newest = (crossings: Crossing[]): Crossing | undefined =>
  crossings.reduce<Crossing | undefined>((latest, one) => (latest && latest.at >= one.at ? latest : one), undefined)

const instantBefore = (at: string, ms: number): string => new Date(Date.parse(at) - ms).toISOString()

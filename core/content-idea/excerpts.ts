import { textMask } from '../api/mask-text.ts'
import type { TopicExample } from '../catalogue/topic-reads.ts'
import type { Contact } from '../contact/contact.ts'
import { viewContact } from '../contact/view.ts'
import type { ContactEntry } from '../timeline/entry.ts'
import type { TimelineStore } from '../timeline/timeline-store.ts'

/** What was said, as the reader may see it; `conversation` is where to read on. */
export type Excerpt = { id: string; at: string; channel: string; text: string; conversation?: string }

/** A contact of a customer, and the answers that were given to it. */
export type Exchange = { asked: Excerpt; answers: Excerpt[] }

export type ExcerptReads = Pick<TimelineStore, 'locate' | 'readContact'>

const longest = 400
/** Later answers mostly go on about something else. */
const mostAnswers = 2
const masked = '•••'

/**
 * Examples in the customers' words with the first answers to each. What was deleted or moved meanwhile is left out. A
 * reader who may not see personal data gets texts with names, numbers and addresses masked: the names of all who take
 * part in the exchange in every text of it, because an answer greets whom only the question names.
 */
export async function readExchanges(
  reads: ExcerptReads,
  examples: readonly TopicExample[],
  seesPersonalData: boolean,
): Promise<Exchange[]> {
  const read = await Promise.all(examples.map(example => readExchange(reads, example)))
  return read.flatMap(entries => {
    const mask = seesPersonalData ? (text: string) => text : maskOf(entries)
    const [asked, ...answers] = entries.flatMap(entry => excerptOf(entry, mask))
    if (asked === undefined || asked.id !== entries[0]?.entryId) return []
    return [{ asked, answers: answers.filter(({ at }) => at >= asked.at) }]
  })
}

/** The contact and its answers; nothing where it is no longer there. */
async function readExchange(reads: ExcerptReads, { contactId, ...place }: TopicExample): Promise<ContactEntry[]> {
  const [entry, located] = await Promise.all([reads.readContact(contactId, place), reads.locate(contactId)])
  if (entry === undefined) return []
  const answers = await Promise.all((located?.answers ?? []).slice(0, mostAnswers).map(id => readAnswer(reads, id)))
  return [entry, ...answers.flatMap(answer => answer ?? [])]
}

async function readAnswer(reads: ExcerptReads, id: string): Promise<ContactEntry | undefined> {
  const located = await reads.locate(id)
  return located?.place && reads.readContact(id, located.place)
}

const maskOf = (entries: readonly ContactEntry[]): ((text: string) => string) =>
  textMask(
    entries.map(entry => viewContact(entry.state)).flatMap(({ from, to }) => [from, ...to]),
    masked,
  )

function excerptOf(entry: ContactEntry, mask: (text: string) => string): Excerpt[] {
  if (entry.state.deletedAt !== undefined) return []
  const contact = viewContact(entry.state)
  const text = shortened(mask(textOf(contact)))
  if (text === '') return []
  const { channel, occurredAt: at } = contact
  return [{ id: entry.entryId, at, channel, text, ...(entry.conversation && { conversation: entry.conversation }) }]
}

const textOf = ({ text, subject }: Contact): string => (text === '' ? (subject ?? '') : text)

function shortened(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length <= longest ? plain : `${plain.slice(0, longest).replace(/\s\S*$/, '')} …`
}

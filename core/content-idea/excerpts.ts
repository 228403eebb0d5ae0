import { type ShownContact, showContact } from '../api/contact.ts'
import { maskContact } from '../api/mask-contact.ts'
import type { TopicExample } from '../catalogue/topic-reads.ts'
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

/**
 * Examples in the customers' words with the first answers to each. What was deleted or moved meanwhile is left out. A
 * reader who may not see personal data gets texts with names, numbers and addresses masked.
 */
export async function readExchanges(
  reads: ExcerptReads,
  examples: readonly TopicExample[],
  seesPersonalData: boolean,
): Promise<Exchange[]> {
  const read = await Promise.all(
    examples.map(async ({ contactId, stream, sortAt }): Promise<Exchange[]> => {
      const [entry, located] = await Promise.all([
        reads.readContact(contactId, { stream, sortAt }),
        reads.locate(contactId),
      ])
      const asked = entry && excerptOf(entry, seesPersonalData)
      if (asked === undefined) return []
      const answers = await Promise.all((located?.answers ?? []).slice(0, mostAnswers).map(id => readAnswer(reads, id)))
      const shown = answers.flatMap(answer => (answer && excerptOf(answer, seesPersonalData)) ?? [])
      return [{ asked, answers: shown.filter(({ at }) => at >= asked.at) }]
    }),
  )
  return read.flat()
}

async function readAnswer(reads: ExcerptReads, id: string): Promise<ContactEntry | undefined> {
  const located = await reads.locate(id)
  return located?.place && reads.readContact(id, located.place)
}

function excerptOf(entry: ContactEntry, seesPersonalData: boolean): Excerpt | undefined {
  if (entry.state.deletedAt !== undefined) return undefined
  const shown = showContact(viewContact(entry.state))
  const text = shortened(seesPersonalData ? shown : maskContact(shown))
  const { channel, occurredAt: at } = shown
  if (text === '') return undefined
  return {
    id: entry.entryId,
    at,
    channel,
    text,
    ...(entry.conversation !== undefined && { conversation: entry.conversation }),
  }
}

function shortened({ text, subject }: ShownContact): string {
  const plain = (text === '' ? (subject ?? '') : text).replace(/\s+/g, ' ').trim()
  return plain.length <= longest ? plain : `${plain.slice(0, longest).replace(/\s\S*$/, '')} …`
}

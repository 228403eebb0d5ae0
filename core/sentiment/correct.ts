import type { TimelineStore } from '../timeline/timeline-store.ts'
import type { InsightStore, SentimentStore } from '../topic/store.ts'
import { tellable } from '../topic/tell-contact.ts'
import type { Correction } from './learned.ts'

export type Correcting = {
  timeline: Pick<TimelineStore, 'locate' | 'readContact'>
  insights: InsightStore
  sentiments: Pick<SentimentStore, 'correct'>
}

/**
 * Keeps what a person said of how a contact sounds, and tells it so at once. False where there is no such contact, or
 * nothing that a customer wrote.
 */
export async function correct(
  { timeline, insights, sentiments }: Correcting,
  contactId: string,
  said: Pick<Correction, 'sentiment' | 'by' | 'at'>,
): Promise<boolean> {
  const place = (await timeline.locate(contactId))?.place
  const entry = place && (await timeline.readContact(contactId, place))
  if (place === undefined || entry === undefined || tellable(entry) === undefined) return false
  await sentiments.correct({ ...said, ...place, v: 1, contactId })
  const [known] = await insights.read([{ contactId, sortAt: place.sortAt }])
  if (known !== undefined) {
    const next = {
      ...known,
      version: known.version + 1,
      sentiment: said.sentiment,
      certainty: 1,
      by: 'person' as const,
    }
    await insights.write(next)
  }
  return true
}

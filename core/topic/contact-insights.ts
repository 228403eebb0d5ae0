import type { ContactInsight } from '../report/facts.ts'
import type { ContactEntry } from '../timeline/entry.ts'
import { unknownLanguage } from './insight.ts'
import type { InsightStore } from './store.ts'

/**
 * What reports ask of contacts: their topic, language and sentiment, by id. The topic is the one that they were put to;
 * what people merged it into is known when a report is read, so that a merge writes nothing anew.
 */
export const contactInsights =
  ({ read }: Pick<InsightStore, 'read'>) =>
  async (entries: ContactEntry[]): Promise<Map<string, ContactInsight>> => {
    const told = await read(entries.map(({ entryId, place }) => ({ contactId: entryId, sortAt: place.sortAt })))
    return new Map(
      told.map(({ contactId, topic, language, sentiment }) => [
        contactId,
        {
          ...(topic !== undefined && { topic }),
          ...(language !== unknownLanguage && { language }),
          ...(sentiment !== undefined && { sentiment }),
        },
      ]),
    )
  }

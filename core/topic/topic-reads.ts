import type { TopicReads } from '../catalogue/topic-reads.ts'
import { topicNow } from './mapping.ts'
import type { TopicStore } from './store.ts'
import { labelOf, type Topic } from './topic.ts'

/** More topics than anybody could look through. */
export const mostTopics = 2000

/** All topics by id. */
export const allTopics = async ({ list }: Pick<TopicStore, 'list'>): Promise<Map<string, Topic>> =>
  new Map((await list(mostTopics)).map(topic => [topic.id, topic]))

/** What the catalogue of reports asks of topics. */
export const topicReads = (topics: Pick<TopicStore, 'list'>): TopicReads => ({
  describe: async ids => {
    const known = await allTopics(topics)
    return new Map(
      ids.flatMap(id => {
        const topic = known.get(topicNow(known, id))
        return topic === undefined ? [] : [[id, { label: labelOf(topic) }] as const]
      }),
    )
  },
  examples: async (topic, limit) => {
    const known = await allTopics(topics)
    return [...known.values()]
      .filter(({ id }) => topicNow(known, id) === topic)
      .sort((a, b) => b.size - a.size)
      .flatMap(({ examples }) => examples)
      .slice(0, limit)
  },
})

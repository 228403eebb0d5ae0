import { topicKindOf } from '../catalogue/topic-kind.ts'
import type { TopicReads, TopicTexts } from '../catalogue/topic-reads.ts'
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
        const now = topicNow(known, id)
        const topic = known.get(now)
        return topic === undefined ? [] : [[id, textsOf(topic, now !== id)] as const]
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

function textsOf(topic: Topic, isMerged: boolean): TopicTexts {
  const kind = topicKindOf([topic.example])
  return { label: labelOf(topic), ...(isMerged && { now: topic.id }), ...(kind && { kind }) }
}

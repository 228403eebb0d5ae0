import type { TopicStore } from './store.ts'
import type { Topic } from './topic.ts'

const attempts = 5

/**
 * Writes what becomes of a topic, of the newest there is: people name it while it is clustered. Answers what was written;
 * undefined where others kept coming first.
 */
export async function become(
  topics: Pick<TopicStore, 'read' | 'write'>,
  id: string,
  next: (was: Topic | undefined) => Omit<Topic, 'version'>,
): Promise<Topic | undefined> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const was = await topics.read(id)
    const topic = { ...next(was), version: (was?.version ?? 0) + 1 }
    if (await topics.write(topic)) return topic
  }
  return undefined
}

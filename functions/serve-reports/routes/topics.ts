import { Problem } from '../../../core/api/problem.ts'
import { actorName } from '../../../core/api/role.ts'
import type { ShownTopic } from '../../../core/api/topic.ts'
import { become } from '../../../core/topic/become.ts'
import { merged, refusalOfMerge, split } from '../../../core/topic/mapping.ts'
import { labelOf, type Topic } from '../../../core/topic/topic.ts'
import { allTopics } from '../../../core/topic/topic-reads.ts'
import { listTopics, mergeTopic, nameTopic, splitTopic } from '../../kit/described/topics.ts'
import { pageOf } from '../../kit/http/configured.ts'
import { type Route, route } from '../../kit/http/route.ts'
import type { ReportsDependencies } from '../reports-dependencies.ts'

/** What customers write about, and what people make of it. */
export const topicRoutes = ({ topicStore }: ReportsDependencies): Route[] => {
  const change = async (id: string, next: (was: Topic) => Omit<Topic, 'version'>): Promise<ShownTopic> => {
    if ((await topicStore.read(id)) === undefined) throw new Problem('not-found', 'GET /v1/topics lists the topics.')
    const changed = await become(topicStore, id, was => next(was ?? unread(id)))
    if (changed === undefined) throw new Problem('try-again', 'Somebody else changes this topic just now.')
    return shownTopic(changed)
  }
  return [
    route({
      ...listTopics,
      handle: async ({ query }) => {
        const { items, ...rest } = await pageOf<Topic>(topicStore, query)
        return { items: items.map(shownTopic), ...rest }
      },
    }),
    route({
      ...nameTopic,
      handle: ({ params, body, actor }) => change(params.id, was => named(was, body, actorName(actor))),
    }),
    route({
      ...mergeTopic,
      handle: async ({ params, body, actor }) => {
        const refusal = refusalOfMerge(await allTopics(topicStore), params.id, body.into)
        if (refusal !== undefined) throw new Problem('conflict', refusal)
        return change(params.id, was => ({ ...merged(was, body.into), changedBy: actorName(actor) }))
      },
    }),
    route({
      ...splitTopic,
      handle: ({ params, actor }) => change(params.id, was => ({ ...split(was), changedBy: actorName(actor) })),
    }),
  ]
}

const unread = (id: string): never => {
  throw new Error(`topic ${id} is never removed`)
}

function named(
  was: Topic,
  input: { name?: string | null | undefined; pinned?: boolean | undefined },
  changedBy: string,
) {
  const { name: before, ...rest } = was
  const name = input.name === undefined ? before : (input.name ?? undefined)
  return { ...rest, pinned: input.pinned ?? was.pinned, changedBy, ...(name !== undefined && { name }) }
}

const shownTopic = (topic: Topic): ShownTopic => ({ ...topic, label: labelOf(topic) })

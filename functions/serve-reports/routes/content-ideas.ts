import { type Actor, actorName, seesPersonalData } from '../../../core/api/role.ts'
import { csvOf } from '../../../core/catalogue/csv.ts'
import { readExchanges } from '../../../core/content-idea/excerpts.ts'
import { contentIdeas, type Idea, type IdeaAsk } from '../../../core/content-idea/ideas.ts'
import { keepContent, listExcerpts, listIdeas, listIdeasCsv, readContent } from '../../kit/described/content.ts'
import { type Route, route } from '../../kit/http/route.ts'
import type { ReportsDependencies } from '../reports-dependencies.ts'
import { answered } from './answered.ts'

/** What to write about, and what we wrote. */
export const contentRoutes = (deps: ReportsDependencies): Route[] => [
  route({ ...readContent, handle: async () => (await deps.content.read()) ?? { entries: [] } }),
  route({
    ...keepContent,
    handle: async ({ body: { entries }, actor }) => {
      const content = { v: 1 as const, entries, changedAt: deps.now(), changedBy: actorName(actor) }
      await deps.content.write(content)
      return content
    },
  }),
  route({ ...listIdeas, handle: async ({ query, actor }) => ({ items: await ideas(deps, query, actor) }) }),
  route({ ...listIdeasCsv, handle: async ({ query, actor }) => ideasCsv(await ideas(deps, query, actor)) }),
  route({
    ...listExcerpts,
    handle: async ({ query: { topic, limit }, actor }) => {
      const examples = (await deps.topics?.examples(topic, limit)) ?? []
      return { items: await readExchanges(deps.timeline, examples, seesPersonalData(actor)) }
    },
  }),
]

async function ideas(deps: ReportsDependencies, query: IdeaAsk, actor: Actor): Promise<Idea[]> {
  const entries = (await deps.content.read())?.entries ?? []
  return answered(() => contentIdeas(deps, entries, query, seesPersonalData(actor), deps.now()))
}

const columns = [
  'topic',
  'label',
  'kind',
  'asked',
  'before',
  'tag',
  'settled',
  'covered_by',
  'nearness',
  'question',
  'answer',
]

/** A line for each exchange, and one for a question without any. */
const ideasCsv = (all: readonly Idea[]): string =>
  csvOf(
    columns,
    all.flatMap(({ topic, label, kind, asked, before, tag, settled, coverage, exchanges }) =>
      (exchanges.length > 0 ? exchanges : [undefined]).map(exchange => [
        ...[topic, label, kind, asked, before, tag, settled],
        ...[coverage?.entry.url ?? coverage?.entry.title, coverage?.nearness],
        ...[exchange?.asked.text, exchange?.answers[0]?.text],
      ]),
    ),
  )

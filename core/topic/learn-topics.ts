import { contactId } from '../contact/contact-id.ts'
import type { ContactEntry } from '../timeline/entry.ts'
import type { TimelineStore } from '../timeline/timeline-store.ts'
import { become } from './become.ts'
import { clustersOf } from './cluster.ts'
import { exemplarsOf } from './exemplars.ts'
import type { Insight } from './insight.ts'
import { keepIds } from './keep-ids.ts'
import { fewestAuthors, type LabelText, labelsOf } from './label.ts'
import { masked, namesOf } from './personal.ts'
import type { InsightStore, TopicStore } from './store.ts'
import { namesFor, type SuggestNames } from './suggest-names.ts'
import { tellable, textOf } from './tell-contact.ts'
import type { Topic } from './topic.ts'
import { mostTopics } from './topic-reads.ts'

/** So many of the newest contacts are clustered: 20,000 take about half a minute and 1 GB (docs/evaluation.md). */
export const mostClustered = 20_000
/** Fewer tell nothing of each other. */
const fewestClustered = 50
const readAtOnce = 100

export type LearnTopics = {
  timeline: Pick<TimelineStore, 'readContacts'>
  insights: InsightStore
  topics: TopicStore
  /** Without it, topics are called by their terms until a person names them. */
  suggestNames?: SuggestNames
  /** RFC 3339 UTC, ms. */
  now: () => string
}

/** A contact of the sample: what was told of it, and what it says, masked. */
type Sampled = { insight: Insight; text: string; names: readonly string[] }

/**
 * Clusters the newest contacts anew, keeps the ids of topics by overlap, labels them, and tells contacts whose topic
 * changed. What new contacts are assigned by is replaced last. Answers how many topics there are.
 */
export async function learnTopics(deps: LearnTopics, most = mostClustered): Promise<number> {
  const sampled = await sample(deps, most)
  if (sampled.length < fewestClustered) return 0
  const known = new Map((await deps.topics.list(mostTopics)).map(topic => [topic.id, topic]))
  const now = deps.now()
  const topics = topicsOf(sampled, known, now)
  const told = sampled.flatMap((one, at) => {
    const topic = topics[at]
    return topic === undefined ? [] : [{ ...one, topic, author: one.insight.stream }]
  })
  await writeTopics(deps, told, known, now)
  await deps.topics.keep(contactId('topics', now), exemplarsOf(told))
  for (const [at, { insight }] of sampled.entries()) await retell(deps.insights, insight, topics[at])
  return new Set(told.map(({ topic }) => topic)).size
}

/** Oldest first; those that are gone, or say nothing any more, are left out. */
async function sample({ insights, timeline }: LearnTopics, most: number): Promise<Sampled[]> {
  const found = (await insights.newest(most)).sort((a, b) =>
    a.sortAt < b.sortAt ? -1 : a.sortAt > b.sortAt ? 1 : a.contactId < b.contactId ? -1 : 1,
  )
  const sampled: Sampled[] = []
  for (let from = 0; from < found.length; from += readAtOnce) {
    const some = found.slice(from, from + readAtOnce)
    const wanted = some.map(({ contactId, stream, sortAt }) => ({ contactId, place: { stream, sortAt } }))
    const entries = new Map((await timeline.readContacts(wanted)).map(entry => [entry.entryId, entry]))
    sampled.push(...some.flatMap(insight => readOf(insight, entries.get(insight.contactId))))
  }
  return sampled
}

function readOf(insight: Insight, entry: ContactEntry | undefined): Sampled[] {
  const contact = entry && tellable(entry)
  if (contact === undefined) return []
  const names = namesOf(contact)
  return [{ insight, text: masked(textOf(contact), names), names }]
}

/** The topic of each; none where a cluster is of fewer than three authors. */
function topicsOf(sampled: readonly Sampled[], known: ReadonlyMap<string, Topic>, now: string): (string | undefined)[] {
  const clusters = clustersOf(sampled.map(({ text }) => text))
  const texts = clusters.map((cluster, at) => ({ was: sampled[at]?.insight.topic, now: cluster }))
  const pinned = new Set([...known.values()].filter(topic => topic.pinned).map(({ id }) => id))
  const first = new Map<number, string>()
  for (const [at, cluster] of clusters.entries())
    if (!first.has(cluster)) first.set(cluster, sampled[at]?.insight.contactId ?? '')
  const ids = keepIds(texts, pinned, cluster => contactId('topic', now, first.get(cluster) ?? '').slice(0, 16))
  const authors = Map.groupBy(clusters.keys(), at => clusters[at] ?? -1)
  const enough = new Set(
    [...authors]
      .filter(([, of]) => new Set(of.map(at => sampled[at]?.insight.stream)).size >= fewestAuthors)
      .map(([cluster]) => cluster),
  )
  return clusters.map(cluster => (enough.has(cluster) ? ids.get(cluster) : undefined))
}

type Told = Sampled & LabelText

async function writeTopics(
  { topics, suggestNames }: LearnTopics,
  told: readonly Told[],
  known: ReadonlyMap<string, Topic>,
  now: string,
): Promise<void> {
  const labels = labelsOf(told)
  const byTopic = Map.groupBy(told, ({ topic }) => topic)
  const sizeOf = (id: string) => byTopic.get(id)?.length ?? 0
  const largestFirst = [...labels].map(([id, label]) => ({ id, ...label })).sort((a, b) => sizeOf(b.id) - sizeOf(a.id))
  const names = await namesFor(largestFirst, suggestNames)
  for (const { id, terms, example } of largestFirst) {
    const name = names.get(id)
    const examples = examplesOf(byTopic.get(id) ?? [], terms)
    const found = { terms, example, examples, size: sizeOf(id), clusteredAt: now, ...(name && { suggested: name }) }
    await become(topics, id, was => ({ ...keptOf(was ?? { v: 1, id, pinned: false, foundAt: now }), ...found }))
  }
  for (const topic of known.values())
    if (!labels.has(topic.id) && topic.size > 0)
      await become(topics, topic.id, was => ({ ...(was ?? topic), size: 0, examples: [], clusteredAt: now }))
}

type Kept = Pick<Topic, 'v' | 'id' | 'pinned' | 'foundAt' | 'suggested'>

/** What stays of a topic when it is found again: all but what a model called it before. */
const keptOf = ({ suggested: _before, ...kept }: Kept): Omit<Kept, 'suggested'> => kept

const mostExamples = 5

/** Those that hold most of its terms, the newest first among equals. */
const examplesOf = (told: readonly Told[], terms: readonly string[]): Topic['examples'] =>
  told
    .map(({ insight: { contactId, stream, sortAt }, text }) => ({
      example: { contactId, stream, sortAt },
      held: terms.filter(term => text.toLowerCase().includes(term)).length,
    }))
    .sort((a, b) => b.held - a.held || (a.example.sortAt < b.example.sortAt ? 1 : -1))
    .slice(0, mostExamples)
    .map(({ example }) => example)

/** A contact that changed meanwhile is told by what it changed to, and clustered again tomorrow. */
async function retell(insights: InsightStore, insight: Insight, topic: string | undefined): Promise<void> {
  if (insight.topic === topic) return
  const { topic: _topic, ...rest } = insight
  await insights.write({ ...rest, version: insight.version + 1, ...(topic !== undefined && { topic }) })
}

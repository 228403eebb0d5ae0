import type { Correction, SentimentHead } from '../sentiment/learned.ts'
import type { Model } from '../sentiment/model.ts'
import type { Exemplar } from './assign.ts'
import type { Insight, InsightPlace } from './insight.ts'
import type { Topic } from './topic.ts'

/** What is told of contacts, and what it is told by. Nothing here holds a word that a customer wrote. */
export type InsightStore = {
  read: (places: readonly InsightPlace[]) => Promise<Insight[]>
  /** Puts a new one (version 1) or replaces the version before; false where somebody else came first. */
  write: (insight: Insight) => Promise<boolean>
  remove: (place: InsightPlace) => Promise<void>
  /** The newest, at most so many, in no order. */
  newest: (limit: number) => Promise<Insight[]>
}

export type TopicStore = {
  read: (id: string) => Promise<Topic | undefined>
  /** In the order of their ids. */
  list: (limit: number, after?: string) => Promise<Topic[]>
  /** Puts a new one (version 1) or replaces the version before; false where somebody else came first. */
  write: (topic: Topic) => Promise<boolean>
  /** The exemplars that were kept last, with the name of that version. */
  version: () => Promise<string | undefined>
  exemplars: (version: string) => Promise<Exemplar[] | undefined>
  /** Whole, or not at all: the version is named last. Older ones are removed. */
  keep: (version: string, exemplars: readonly Exemplar[]) => Promise<void>
}

export type SentimentStore = {
  head: () => Promise<SentimentHead | undefined>
  model: (version: string) => Promise<Model | undefined>
  keep: (head: SentimentHead, model: Model) => Promise<void>
  correction: (contactId: string) => Promise<Correction | undefined>
  correct: (correction: Correction) => Promise<void>
  /** At most so many, in no order. */
  corrections: (limit: number) => Promise<Correction[]>
}

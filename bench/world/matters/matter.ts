import type { Brand } from '../company.ts'
import { agents, brandsOf } from '../company.ts'
import { type FactKind, moods, type Promised, type PromiseKind, type Topic } from '../event.ts'
import type { Settings } from '../options.ts'
import type { Line, Opening, Person } from '../people/person.ts'
import { permutation } from '../permutation.ts'
import { type Random, randomFor } from '../random.ts'
import { inventFacts } from './facts.ts'

/** The mails of a matter so far, as much as the next one quotes and refers to. */
export type MailThread = {
  subject: string
  references: string[]
  last: { at: number; author: string; address: string; text: string }
  /** Which of their addresses the customer uses in this matter. */
  address: string
}

/** One thing a customer wants from the company, over all channels, from the first contact to the last. */
export type Matter = {
  id: string
  index: number
  topic: Topic
  person: Person
  brand: Brand
  agent: string
  random: Random
  /** How many contacts it takes, and how many there were. */
  length: number
  done: number
  deadline: number
  facts: Map<FactKind, string>
  told: Set<FactKind>
  mood: number
  last?: { by: 'customer' | 'company'; via: Opening; at: number; connected: boolean }
  asked?: FactKind
  promise?: Promised & { dueAt: number }
  mail?: MailThread
  line?: Line
  post?: { network: 'x' | 'page'; id: string; root: string }
}

const topicWeights: readonly (readonly [Topic, number])[] = [
  ['delivery', 20],
  ['billing', 15],
  ['returns', 12],
  ['broken', 16],
  ['login', 10],
  ['outage', 9],
  ['cancellation', 6],
  ['praise', 4],
  ['question', 8],
]

const lengths: readonly (readonly [number, number])[] = [
  [1, 28],
  [2, 24],
  [3, 20],
  [4, 13],
  [5, 9],
  [6, 6],
]

const outline = (seed: number, index: number): { random: Random; topic: Topic; length: number } => {
  const random = randomFor(seed, 'matter', index)
  const topic = random.weighted(topicWeights)
  const length = random.weighted(lengths)
  return { random, topic, length: topic === 'praise' ? Math.min(length, 2) : length }
}

/** How many contacts a matter takes on average, praise counted in. */
export const meanLength = 2.65

const firstMood: Record<Topic, readonly number[]> = {
  delivery: [1, 2, 3],
  billing: [1, 2, 3],
  returns: [1, 1, 3],
  broken: [1, 2, 3],
  login: [1, 2, 2],
  outage: [2, 3, 4],
  cancellation: [1, 1, 3],
  praise: [0],
  question: [1, 0],
}

export type Opener = (index: number, at: number, deadline: number) => Matter

/**
 * Opens the matters of a world by number. Every second matter goes round all customers, so that each has some; the
 * others favour a few who turn to the company often.
 */
export function opener(settings: Settings, personAt: (index: number) => Person): Opener {
  const { seed, people } = settings
  const shuffled = permutation(seed, 'turns', people)
  const orders = permutation(seed, 'orders', 8_999_999)
  const brands = brandsOf(settings)
  return (index, at, deadline) => {
    const { random, topic, length } = outline(seed, index)
    const often = Math.floor(people * random.next() ** 2)
    const person = personAt(shuffled(index % 2 === 0 ? (index / 2) % people : often))
    const brand = random.pick(brands)
    return {
      id: `m${`${index}`.padStart(6, '0')}`,
      index,
      topic,
      person,
      brand,
      agent: random.pick(agents[person.language]),
      random,
      length,
      done: 0,
      deadline,
      facts: inventFacts({ topic, person, brand, opened: at, orderNumber: 1_000_000 + orders(index) }, random),
      told: new Set(),
      mood: random.pick(firstMood[topic]),
    }
  }
}

export const moodOf = (matter: Matter) => moods[Math.min(matter.mood, moods.length - 1)] ?? 'calm'

export const promisesOf: Readonly<Record<Topic, readonly PromiseKind[]>> = {
  delivery: ['delivery', 'answer'],
  billing: ['refund', 'answer'],
  returns: ['refund', 'answer'],
  broken: ['replacement', 'callback'],
  login: ['callback', 'answer'],
  outage: ['engineer'],
  cancellation: ['answer', 'refund'],
  praise: ['answer'],
  question: ['answer', 'callback'],
}

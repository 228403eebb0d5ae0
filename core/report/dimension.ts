import type { Metric } from './metrics.ts'

/** By what figures are told apart. `all` has the one value `all`; `visit` is `first` or `returning`; `agent` an agent's id. */
export const dimensions = [
  'all',
  'channel',
  'network',
  'visit',
  'language',
  'relationship',
  'brand',
  'department',
  'source',
  'team',
  'country',
  'campaign',
  'agent',
  'topic',
] as const
export type Dimension = (typeof dimensions)[number]

/** The pairs there are; their values are written `<first>|<second>`. There is no cross product of all. */
export const pairs = {
  'topic×channel': ['topic', 'channel'],
  'topic×visit': ['topic', 'visit'],
  'channel×team': ['channel', 'team'],
} as const satisfies Record<string, readonly [Dimension, Dimension]>
export type Pair = keyof typeof pairs

/** From which channel to which: repeat contacts that changed it. The one dimension that a contact alone does not have. */
export type By = Dimension | Pair | 'from×to'

/** Where a dimension's figures lie: dimensions of one group share items, which are spread over as many as `spread` says. */
export const groups = {
  main: { spread: 1, shards: 2, hours: true, years: true },
  place: { spread: 2, shards: 1, hours: true, years: false },
  agent: { spread: 4, shards: 1, hours: false, years: false },
  topic: { spread: 4, shards: 1, hours: false, years: false },
  topics: { spread: 4, shards: 1, hours: false, years: false },
  first: { spread: 1, shards: 2, hours: false, years: false },
  next: { spread: 1, shards: 2, hours: false, years: false },
  resolution: { spread: 1, shards: 2, hours: false, years: false },
  handle: { spread: 1, shards: 2, hours: false, years: false },
  load: { spread: 1, shards: 1, hours: false, years: false },
} as const satisfies Record<string, { spread: number; shards: number; hours: boolean; years: boolean }>
export type Group = keyof typeof groups

export const groupNames = [
  ...(['main', 'place', 'agent', 'topic', 'topics'] as const),
  ...(['first', 'next', 'resolution', 'handle', 'load'] as const),
] as const satisfies readonly Group[]

type Place = {
  code: string
  group: 'main' | 'place' | 'agent' | 'topic' | 'topics'
  percentiles: boolean
  only?: readonly Metric[]
}

/** What is kept by pairs: the rest is nobody's question, and pairs are many. */
const ofTopicAndChannel: readonly Metric[] = ['inbound', 'customers', 'negative']
const ofTopicAndVisit: readonly Metric[] = [...ofTopicAndChannel, 'repeats7', 'resolved', 'firstContact']
const ofChannelAndTeam: readonly Metric[] = [
  'inbound',
  'outbound',
  'customers',
  'resolved',
  'firstAnswers',
  'firstSeconds',
]

/** The short name that fields are stored by, the group of the counts, whether percentiles are kept by it, and which counts. */
export const places: Record<By, Place> = {
  all: { code: 'a', group: 'main', percentiles: true },
  channel: { code: 'c', group: 'main', percentiles: true },
  network: { code: 'n', group: 'main', percentiles: true },
  visit: { code: 'v', group: 'main', percentiles: true },
  language: { code: 'l', group: 'main', percentiles: false },
  relationship: { code: 'r', group: 'main', percentiles: false },
  brand: { code: 'b', group: 'main', percentiles: false },
  department: { code: 'd', group: 'main', percentiles: false },
  'from×to': { code: 'f', group: 'main', percentiles: false, only: ['switches'] },
  source: { code: 's', group: 'place', percentiles: false },
  team: { code: 't', group: 'place', percentiles: true },
  country: { code: 'y', group: 'place', percentiles: false },
  campaign: { code: 'm', group: 'place', percentiles: false },
  'channel×team': { code: 'x', group: 'place', percentiles: false, only: ofChannelAndTeam },
  agent: { code: 'g', group: 'agent', percentiles: false },
  topic: { code: 'o', group: 'topic', percentiles: false },
  'topic×channel': { code: 'p', group: 'topics', percentiles: false, only: ofTopicAndChannel },
  'topic×visit': { code: 'q', group: 'topics', percentiles: false, only: ofTopicAndVisit },
}

export type Dims = Partial<Record<Dimension | 'from×to', string>>

const longest = 64

/** A value as cells are named by it: short, and without the bar that separates. */
export const shortValue = (value: string): string => value.replaceAll('|', '/').slice(0, longest)

/** Every dimension and pair of a fact, with its value. */
export function placesOf(dims: Dims): { by: By; value: string }[] {
  const found: { by: By; value: string }[] = [{ by: 'all', value: 'all' }]
  for (const by of dimensions) if (dims[by] !== undefined) found.push({ by, value: shortValue(dims[by]) })
  if (dims['from×to'] !== undefined) found.push({ by: 'from×to', value: dims['from×to'] })
  for (const by of pairNames) {
    const [one, other] = pairs[by]
    if (dims[one] !== undefined && dims[other] !== undefined)
      found.push({ by, value: `${shortValue(dims[one])}|${shortValue(dims[other])}` })
  }
  return found
}

const pairNames = ['topic×channel', 'topic×visit', 'channel×team'] as const satisfies readonly Pair[]

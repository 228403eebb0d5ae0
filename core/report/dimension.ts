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

/** What is kept of a dimension or pair: under which short name, whether percentiles, and which counts if not all. */
type Place = { code: string; percentiles: boolean; only?: readonly Metric[] }

/** What is kept by pairs: the rest is nobody's question, and pairs are many. */
const ofTopicAndChannel: readonly Metric[] = ['inbound', 'customers']
const ofTopicAndVisit: readonly Metric[] = [...ofTopicAndChannel, 'resolved', 'firstContact']
const ofChannelAndTeam: readonly Metric[] = [
  ...ofTopicAndChannel,
  'outbound',
  'resolved',
  'firstAnswers',
  'firstSeconds',
]

export const places: Record<By, Place> = {
  all: { code: 'a', percentiles: true },
  channel: { code: 'c', percentiles: true },
  network: { code: 'n', percentiles: true },
  visit: { code: 'v', percentiles: true },
  language: { code: 'l', percentiles: false },
  relationship: { code: 'r', percentiles: false },
  brand: { code: 'b', percentiles: false },
  department: { code: 'd', percentiles: false },
  'from×to': { code: 'f', percentiles: false, only: ['switches'] },
  source: { code: 's', percentiles: false },
  team: { code: 't', percentiles: true },
  country: { code: 'y', percentiles: false },
  campaign: { code: 'm', percentiles: false },
  'channel×team': { code: 'x', percentiles: false, only: ofChannelAndTeam },
  agent: { code: 'g', percentiles: false },
  topic: { code: 'o', percentiles: false },
  'topic×channel': { code: 'p', percentiles: false, only: ofTopicAndChannel },
  'topic×visit': { code: 'q', percentiles: false, only: ofTopicAndVisit },
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

import type { Grain } from './cells.ts'
import { type By, places } from './dimension.ts'
import type { Histogram, Metric } from './metrics.ts'

/**
 * Which cells share items. An item is charged as a whole when it is read and when it is written. Months are read over years
 * and written by everybody: what a report reads together lies together and little else, dimensions that are about as wide,
 * and of their counts a part (`parts` below). Hours and days are small, and fewer items are cheaper to write.
 */
const kinds = {
  /** Every contact changes them. What is under way, hours and days, is spread over two items. */
  hot: { spread: 1, shards: 2, hours: true, years: true },
  plain: { spread: 1, shards: 1, hours: true, years: true },
  /** Of any number of values, which are spread over items. */
  wide: { spread: 2, shards: 1, hours: false, years: false },
  part: { spread: 1, shards: 1, hours: false, years: false },
} as const

export const groups = {
  all: kinds.hot,
  main: kinds.hot,
  mainAnswers: kinds.part,
  mainResults: kinds.part,
  origin: kinds.plain,
  originAnswers: kinds.part,
  originResults: kinds.part,
  agent: kinds.wide,
  agentAnswers: kinds.part,
  agentResults: kinds.part,
  topic: kinds.wide,
  topicEffort: kinds.part,
  topicAnswers: kinds.part,
  topicResults: kinds.part,
  topicRatings: kinds.part,
  pairs: kinds.wide,
  topicChannel: kinds.part,
  topicVisit: kinds.part,
  channelTeam: kinds.part,
  first: kinds.part,
  firstChannel: kinds.part,
  firstNetwork: kinds.part,
  firstTeam: kinds.part,
  next: kinds.part,
  nextChannel: kinds.part,
  nextNetwork: kinds.part,
  nextTeam: kinds.part,
  resolution: kinds.part,
  resolutionChannel: kinds.part,
  resolutionNetwork: kinds.part,
  resolutionTeam: kinds.part,
  handle: kinds.part,
  handleChannel: kinds.part,
  handleTeam: kinds.part,
  load: kinds.part,
} as const satisfies Record<string, (typeof kinds)[keyof typeof kinds]>
export type Group = keyof typeof groups

const isGroup = (name: string): name is Group => name in groups
export const groupNames: readonly Group[] = Object.keys(groups).filter(isGroup)

/** Counts that are read together. Those not named are of contacts. */
const parts = {
  effort: ['repeats7', 'repeats15', 'switches', 'transfers', 'handOvers', 'repeatedThemselves'],
  answers: [
    ...(['firstAnswers', 'firstSeconds', 'firstWorkingSeconds', 'nextAnswers', 'nextSeconds'] as const),
    ...(['nextWorkingSeconds', 'firstKept', 'firstMissed', 'nextKept', 'nextMissed'] as const),
    ...(['resolutionKept', 'resolutionMissed'] as const),
  ],
  results: [
    ...(['positive', 'neutral', 'negative', 'resolved', 'resolutionSeconds', 'resolutionWorkingSeconds'] as const),
    ...(['firstContact', 'oneTouch', 'reopened'] as const),
  ],
  ratings: [
    ...(['csatGood', 'csatBad', 'npsPromoters', 'npsPassives', 'npsDetractors'] as const),
    ...(['promisesKept', 'promisesBroken', 'keptCameBack', 'brokenCameBack'] as const),
    ...(['creditLinear', 'creditPosition', 'creditTimeDecay', 'creditShapley'] as const),
  ],
} as const satisfies Record<string, readonly Metric[]>
type Part = keyof typeof parts

const isPart = (name: string): name is Part => name in parts
const partOf: ReadonlyMap<Metric, Part> = new Map(
  Object.keys(parts)
    .filter(isPart)
    .flatMap(part => parts[part].map((metric): [Metric, Part] => [metric, part])),
)

/** The groups of a dimension: of days and hours; of months and years, by parts that lie apart from contacts. */
type Layout = { days: Group; contacts: Group } & Partial<Record<Part, Group>>

const main: Layout = {
  ...{ days: 'main', contacts: 'main' },
  ...{ answers: 'mainAnswers', results: 'mainResults', ratings: 'mainResults' },
}
const origin: Layout = {
  ...{ days: 'origin', contacts: 'origin' },
  ...{ answers: 'originAnswers', results: 'originResults', ratings: 'originResults' },
}

const layouts: Record<By, Layout> = {
  all: { days: 'all', contacts: 'all' },
  channel: main,
  network: main,
  visit: main,
  team: main,
  'from×to': main,
  language: origin,
  relationship: origin,
  brand: origin,
  department: origin,
  source: origin,
  country: origin,
  campaign: origin,
  agent: {
    ...{ days: 'agent', contacts: 'agent' },
    ...{ answers: 'agentAnswers', results: 'agentResults', ratings: 'agentResults' },
  },
  topic: {
    ...{ days: 'topic', contacts: 'topic', effort: 'topicEffort' },
    ...{ answers: 'topicAnswers', results: 'topicResults', ratings: 'topicRatings' },
  },
  'topic×channel': { days: 'pairs', contacts: 'topicChannel' },
  'topic×visit': { days: 'pairs', contacts: 'topicVisit' },
  'channel×team': { days: 'pairs', contacts: 'channelTeam' },
}

const isShort = (grain: Grain): boolean => grain === 'hour' || grain === 'day'

/** The group in which a count by a dimension lies. */
export function groupOf(by: By, metric: Metric, grain: Grain): Group {
  const layout = layouts[by]
  if (isShort(grain)) return layout.days
  const part = partOf.get(metric)
  return (part && layout[part]) ?? layout.contacts
}

/** The groups of histograms of one kind: of days, and of months by dimension. */
type Drawn = { days: Group } & Partial<Record<By, Group>>

const drawn = {
  first: {
    ...{ days: 'first', all: 'first', channel: 'firstChannel', visit: 'firstChannel' },
    ...{ network: 'firstNetwork', team: 'firstTeam' },
  },
  next: {
    ...{ days: 'next', all: 'next', channel: 'nextChannel', visit: 'nextChannel' },
    ...{ network: 'nextNetwork', team: 'nextTeam' },
  },
  resolution: {
    ...{ days: 'resolution', all: 'resolution', channel: 'resolutionChannel', visit: 'resolutionChannel' },
    ...{ network: 'resolutionNetwork', team: 'resolutionTeam' },
  },
  handle: {
    ...{ days: 'handle', all: 'handle', channel: 'handleChannel', visit: 'handleChannel' },
    ...{ network: 'handleTeam', team: 'handleTeam' },
  },
  load: { days: 'load', all: 'load', channel: 'load', visit: 'load', network: 'load', team: 'load' },
} as const satisfies Record<string, Drawn>

const kindOf = {
  ...{ first: 'first', firstWorking: 'first', next: 'next', nextWorking: 'next' },
  ...{ resolution: 'resolution', resolutionWorking: 'resolution', handle: 'handle', load: 'load' },
} as const satisfies Record<Histogram, keyof typeof drawn>

/** The group in which a histogram by a dimension lies; none where no percentiles are kept by it. */
export function bucketGroupOf(by: By, histogram: Histogram, grain: Grain): Group | undefined {
  if (!places[by].percentiles) return undefined
  const found: Drawn = drawn[kindOf[histogram]]
  return isShort(grain) ? found.days : found[by]
}

/** Whether counts by a dimension are kept by hours, and customers by years. */
export const keepsHours = (by: By): boolean => groups[layouts[by].days].hours
export const keepsYears = (by: By): boolean => groups[layouts[by].contacts].years

/** Over how many items cells of a period are spread. */
export const shardsOf = (group: Group, grain: Grain): number => (isShort(grain) ? groups[group].shards : 1)

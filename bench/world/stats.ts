import type { Truth, WorldEvent } from './event.ts'
import { type Settings, settingsOf, type WorldOptions } from './options.ts'
import { census } from './people/people.ts'

type Counts = Record<string, number>

/**
 * What a world holds. Contacts are counted once, however many payloads tell of them; `sizes` are mean bytes a payload;
 * `shares` are of all payloads; `facts` counts what customers gave, and gave again.
 */
export type Stats = {
  events: number
  bytes: number
  contacts: number
  machineMails: number
  signsOfLife: number
  payloads: Counts
  sizes: Counts
  channels: Counts
  kinds: Counts
  countries: Counts
  topics: Counts
  moods: Counts
  facts: { stated: number; restated: number; spoken: number }
  shown: Counts
  promises: number
  shares: { duplicates: number; late: number; broken: number }
}

const add = (counts: Counts, key: string, by = 1): void => {
  counts[key] = (counts[key] ?? 0) + by
}

const nothing = (): Stats => ({
  ...{ events: 0, bytes: 0, contacts: 0, machineMails: 0, signsOfLife: 0, promises: 0 },
  ...{ payloads: {}, sizes: {}, channels: {}, kinds: {}, countries: {}, topics: {}, moods: {}, shown: {} },
  facts: { stated: 0, restated: 0, spoken: 0 },
  shares: { duplicates: 0, late: 0, broken: 0 },
})

/** Whether this payload is the one that a contact is counted by: the first that tells of it whole. */
const counts = ({ part, change, broken, duplicateOf }: Truth): boolean =>
  !change && !broken && !duplicateOf && (part === undefined || part === 'ringing' || part === 'leg 1')

/** Counts a world as it goes by, in memory that does not grow with it. */
export class Tally {
  readonly #stats = nothing()
  readonly #countryOf: (person: string) => string

  constructor(options: WorldOptions) {
    const settings = settingsOf(options)
    this.#countryOf = countryIn(settings)
  }

  add(event: WorldEvent): void {
    const { format, bytes, truth } = event
    const stats = this.#stats
    stats.events++
    stats.bytes += bytes.length
    add(stats.payloads, format)
    add(stats.sizes, format, bytes.length)
    if (truth.length === 0) stats.signsOfLife++
    this.#countFaults(truth)
    for (const one of truth) if (counts(one)) this.#countContact(one)
    for (const { spoken } of truth.filter(({ duplicateOf }) => !duplicateOf)) stats.facts.spoken += spoken.length
  }

  #countFaults(truth: readonly Truth[]): void {
    const { shares } = this.#stats
    if (truth.some(({ duplicateOf }) => duplicateOf)) shares.duplicates++
    if (truth.some(({ late }) => late)) shares.late++
    if (truth.some(({ broken }) => broken)) shares.broken++
  }

  #countContact(truth: Truth): void {
    const stats = this.#stats
    if (truth.automatic) {
      stats.machineMails++
      return
    }
    stats.contacts++
    add(stats.channels, truth.channel)
    add(stats.kinds, truth.kind)
    add(stats.countries, this.#countryOf(truth.person))
    add(stats.topics, truth.topic)
    add(stats.moods, truth.mood)
    if (truth.promise) stats.promises++
    for (const { as } of truth.facts) stats.facts[as]++
    for (const { where, mistypedFrom, owner } of truth.identifiersShown) {
      add(stats.shown, mistypedFrom ? 'mistyped' : owner?.startsWith('s') ? 'of a stranger' : where)
    }
  }

  result(): Stats {
    const { sizes, payloads, shares, events } = this.#stats
    const mean = Object.entries(sizes).map(([format, sum]) => [format, Math.round(sum / (payloads[format] ?? 1))])
    const share = (count: number): number => Math.round((count / Math.max(1, events)) * 10_000) / 10_000
    return {
      ...this.#stats,
      sizes: Object.fromEntries(mean),
      shares: { duplicates: share(shares.duplicates), late: share(shares.late), broken: share(shares.broken) },
    }
  }
}

function countryIn(settings: Settings): (person: string) => string {
  const personAt = census(settings)
  return person => (person.startsWith('p') ? personAt(Number(person.slice(1))).country : 'nowhere')
}

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`

const table = (title: string, counts: Counts, unit: (value: number) => string): string =>
  [
    title,
    ...Object.entries(counts).map(([key, value]) => `  ${key.padEnd(16)} ${`${value}`.padStart(9)}  ${unit(value)}`),
  ].join('\n')

/** The figures as a text for people. */
export function statsText(stats: Stats): string {
  const { contacts, facts, shares } = stats
  const ofContacts = (value: number): string => percent(value, contacts)
  return [
    `${contacts} contacts in ${stats.events} payloads, ${(stats.bytes / 1e6).toFixed(1)} MB`,
    `${stats.machineMails} mails of machines, ${stats.signsOfLife} signs of life, ${stats.promises} promises`,
    `facts: ${facts.stated} stated, ${facts.restated} restated, ${facts.spoken} spoken on the phone`,
    `payloads delivered twice ${percent(shares.duplicates, 1)}, late ${percent(shares.late, 1)}, broken ${percent(shares.broken, 1)}`,
    table('payloads', stats.payloads, value => percent(value, stats.events)),
    table('mean bytes', stats.sizes, () => ''),
    table('channels', stats.channels, ofContacts),
    table('kinds', stats.kinds, ofContacts),
    table('countries', stats.countries, ofContacts),
    table('topics', stats.topics, ofContacts),
    table('moods', stats.moods, ofContacts),
    table('identifiers shown', stats.shown, () => ''),
  ].join('\n\n')
}

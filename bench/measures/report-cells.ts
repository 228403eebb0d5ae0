import { reportKeys } from '../../adapters/dynamodb/keys.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import type { Delta } from '../../core/report/cells.ts'
import { type By, type Dimension, dimensions, pairs, places } from '../../core/report/dimension.ts'
import { bucketOfValue, fieldName, fieldsOf, itemName, parseItemName } from '../../core/report/expand.ts'
import { bucketGroupOf, type Group, groupOf, keepsYears } from '../../core/report/groups.ts'
import { bucketOf } from '../../core/report/histogram.ts'
import { type Histogram, histograms, type Metric, metrics } from '../../core/report/metrics.ts'

const named = (what: string, most: number): string[] => Array.from({ length: most }, (_, n) => `${what}-${n}`)

const values: Record<Dimension, string[]> = {
  all: ['all'],
  channel: ['phone', 'email', 'social', 'message', 'web'],
  network: ['x', 'facebook', 'instagram', 'whatsapp'],
  visit: ['first', 'returning'],
  language: ['en', 'de', 'fr', 'es'],
  relationship: ['customer', 'prospect', 'partner', 'vendor', 'employee'],
  brand: ['one', 'two'],
  department: ['service', 'sales', 'social', 'marketing'],
  source: named('source', 10),
  team: named('team', 8),
  country: ['GB', 'DE', 'FR', 'US', 'AT', 'CH', 'ES', 'IT'],
  campaign: named('campaign', 10),
  agent: named('agent', 50),
  topic: named('topic', 60),
}

const isPair = (by: By): by is keyof typeof pairs => by in pairs
const isMetric = (name: string): name is Metric => name in metrics
const isHistogram = (name: string): name is Histogram => name in histograms

const bys: By[] = [...dimensions, 'from×to', 'topic×channel', 'topic×visit', 'channel×team']

function valuesOf(by: By): string[] {
  if (by === 'from×to') return values.channel.flatMap(one => values.channel.map(other => `${one}|${other}`))
  if (!isPair(by)) return values[by]
  const [one, other] = pairs[by]
  return values[one].flatMap(first => values[other].map(second => `${first}|${second}`))
}

/** Outcomes and touches are known by few dimensions, and a matter is shared by departments alone. */
const isOutcome = (metric: Metric): boolean => /^(sale|refund|renewal|touches)/.test(metric)
const hasMetric = (by: By, metric: Metric): boolean => {
  if (metric.startsWith('credit')) return by === 'all' || by === 'department'
  if (isOutcome(metric)) return by === 'all' || by === 'campaign' || by === 'relationship'
  return places[by].only?.includes(metric) ?? true
}

/** How long answers take: every bucket from half a minute to five days. */
const lastFilled = bucketOf(5 * 86_400)

/**
 * The month and year cells of a company that takes in so many contacts in each of these years: every value of every
 * dimension with every count there is of it, and every bucket. More than any company has.
 */
export async function fillReports(table: Table, contacts: number, years: readonly number[]): Promise<void> {
  for (const year of years) {
    const delta: Delta = new Map()
    for (let month = 1; month <= 12; month++)
      for (const by of bys) fillMonth(delta, by, `${year}-${String(month).padStart(2, '0')}`, contacts / 12)
    for (const by of bys.filter(keepsYears)) fillYear(delta, by, `${year}`, contacts)
    for (const [name, fields] of delta) {
      const key = reportKeys.cells(1, { ...parseItemName(name), shard: 0 })
      await table.put({ ...key, ...Object.fromEntries(fields) })
    }
  }
}

function fillMonth(delta: Delta, by: By, period: string, contacts: number): void {
  const all = valuesOf(by)
  for (const value of all) {
    const share = contacts / all.length
    const into = (group: Group): Map<string, number> =>
      fieldsOf(delta, itemName({ grain: 'month', group, period, bucket: bucketOfValue(group, value) }))
    for (const metric of Object.keys(metrics))
      if (isMetric(metric) && hasMetric(by, metric))
        into(groupOf(by, metric, 'month')).set(
          fieldName(places[by].code, metrics[metric], value),
          countOf(metric, share),
        )
    for (const histogram of Object.keys(histograms))
      if (isHistogram(histogram)) fillBuckets(into, by, value, histogram, share)
  }
}

const countOf = (metric: Metric, share: number): number =>
  1 + Math.round(share * (metric.endsWith('Seconds') ? 7211.7 : 0.7))

function fillBuckets(
  into: (group: Group) => Map<string, number>,
  by: By,
  value: string,
  histogram: Histogram,
  share: number,
): void {
  const group = bucketGroupOf(by, histogram, 'month')
  if (group === undefined) return
  const last = histogram === 'load' ? 23 : lastFilled
  for (let bucket = 0; bucket <= last; bucket++)
    into(group).set(
      fieldName(places[by].code, `${histograms[histogram].code}${bucket}`, value),
      1 + Math.round(share / (last + 1)),
    )
}

function fillYear(delta: Delta, by: By, period: string, contacts: number): void {
  const all = valuesOf(by)
  if (!hasMetric(by, 'customers')) return
  for (const value of all) {
    const group = groupOf(by, 'customers', 'year')
    const item = itemName({ grain: 'year', group, period, bucket: bucketOfValue(group, value) })
    fieldsOf(delta, item).set(fieldName(places[by].code, metrics.customers, value), Math.round(contacts / all.length))
  }
}

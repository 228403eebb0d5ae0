import * as z from 'zod'
import { fnv1a } from '../search/hash.ts'
import { type Atom, type CellItem, type Delta, type Grain, grains } from './cells.ts'
import { type By, places, placesOf } from './dimension.ts'
import { bucketGroupOf, type Group, groupNames, groupOf, groups, keepsHours, keepsYears } from './groups.ts'
import { type Histogram, histograms, type Metric, metrics } from './metrics.ts'

/** The item of a cell, as text; its parts have no bar. */
export const itemName = ({ grain, group, period, bucket }: CellItem): string => `${grain}|${group}|${period}|${bucket}`

const cellSchema = z.tuple([z.enum(grains), z.enum(groupNames), z.string(), z.string().transform(Number).pipe(z.int())])

/** The reverse of `itemName`. */
export function parseItemName(name: string): CellItem {
  const [grain, group, period, bucket] = cellSchema.parse(name.split('|'))
  return { grain, group, period, bucket }
}

type Count = { metric: Metric; code: string; n: number }

const isMetric = (name: string): name is Metric => name in metrics
const isHistogram = (name: string): name is Histogram => name in histograms

/** Adds to `delta`, or takes away from it, what a fact adds to every cell it belongs to, but for how many came. */
export function addAtom(delta: Delta, atom: Atom, sign: 1 | -1): void {
  const counts = Object.entries(atom.counts).flatMap(([metric, n]): Count[] =>
    isMetric(metric) ? [{ metric, code: metrics[metric], n: sign * n }] : [],
  )
  const items = itemsAt(delta, atom)
  for (const { by, value } of placesOf(atom.dims)) {
    addCounts(items, counts, by, value)
    if (places[by].percentiles && atom.buckets) addBuckets(items, atom.buckets, by, value, sign)
  }
}

type Items = (group: Group, value: string, grain: Grain) => Map<string, number>

function addCounts(items: Items, counts: Count[], by: By, value: string): void {
  const { code: ofBy, only } = places[by]
  for (const { metric, code, n } of counts) {
    if (only !== undefined && !only.includes(metric)) continue
    const field = fieldName(ofBy, code, value)
    add(items(groupOf(by, metric, 'day'), value, 'day'), field, n)
    add(items(groupOf(by, metric, 'month'), value, 'month'), field, n)
    if (keepsHours(by)) add(items(groupOf(by, metric, 'hour'), value, 'hour'), field, n)
  }
}

const bucketGrains = ['day', 'month'] as const

function addBuckets(items: Items, buckets: NonNullable<Atom['buckets']>, by: By, value: string, sign: 1 | -1): void {
  for (const [histogram, bucket] of Object.entries(buckets)) {
    if (!isHistogram(histogram)) continue
    const field = fieldName(places[by].code, `${histograms[histogram].code}${bucket}`, value)
    for (const grain of bucketGrains) {
      const group = bucketGroupOf(by, histogram, grain)
      if (group !== undefined) add(items(group, value, grain), field, sign)
    }
  }
}

/** `<dimension>|<what>|<value>`; only the value may hold further bars. */
export const fieldName = (code: string, what: string, value: string): string => `${code}|${what}|${value}`

/** The reverse of `fieldName`. */
export function parseField(field: string): { code: string; what: string; value: string } {
  const [code = '', what = ''] = field.split('|', 2)
  return { code, what, value: field.slice(code.length + what.length + 2) }
}

export const bucketOfValue = (group: Group, value: string): number =>
  groups[group].spread === 1 ? 0 : fnv1a(value) % groups[group].spread

/** The fields of the item that holds a value at the time of a fact. */
function itemsAt(delta: Delta, { hour, day }: Atom): Items {
  const known = new Map<string, Map<string, number>>()
  const periods = { hour, day, month: day.slice(0, 7), year: day.slice(0, 4) }
  return (group, value, grain) => {
    const bucket = bucketOfValue(group, value)
    const name = `${grain}${group}${bucket}`
    const found = known.get(name)
    if (found !== undefined) return found
    const fields = fieldsOf(delta, itemName({ grain, group, period: periods[grain], bucket }))
    known.set(name, fields)
    return fields
  }
}

export function fieldsOf(delta: Delta, item: string): Map<string, number> {
  const known = delta.get(item)
  if (known !== undefined) return known
  const fields = new Map<string, number>()
  delta.set(item, fields)
  return fields
}

const add = (fields: Map<string, number>, field: string, n: number): void => {
  fields.set(field, (fields.get(field) ?? 0) + n)
}

/** One 1 for each day, month and year, and each value, with which the customer came: `<item>\n<field>`. */
export function comings(atoms: readonly Atom[]): Set<string> {
  const found = new Set<string>()
  for (const { who, day, dims } of atoms) {
    if (who === undefined) continue
    for (const { by, value } of placesOf(dims)) for (const coming of comingsBy(by, value, day)) found.add(coming)
  }
  return found
}

function comingsBy(by: By, value: string, day: string): string[] {
  const { code, only } = places[by]
  if (only !== undefined && !only.includes('customers')) return []
  const field = fieldName(code, metrics.customers, value)
  const coming = (grain: 'day' | 'month' | 'year', period: string): string => {
    const group = groupOf(by, 'customers', grain)
    return `${itemName({ grain, group, period, bucket: bucketOfValue(group, value) })}\n${field}`
  }
  return [
    coming('day', day),
    coming('month', day.slice(0, 7)),
    ...(keepsYears(by) ? [coming('year', day.slice(0, 4))] : []),
  ]
}

/** What a set of facts amounts to, cell by cell: by what cells are compared that increments made. */
export function expand(atoms: readonly Atom[]): Delta {
  const delta: Delta = new Map()
  for (const atom of atoms) addAtom(delta, atom, 1)
  addComings(delta, comings(atoms), 1)
  return delta
}

export function addComings(delta: Delta, all: Iterable<string>, sign: 1 | -1): void {
  for (const coming of all) {
    const at = coming.indexOf('\n')
    add(fieldsOf(delta, coming.slice(0, at)), coming.slice(at + 1), sign)
  }
}

/** Adds one to another; what is nothing in the end is left out by `cleared`. */
export function addDelta(to: Delta, from: Delta): void {
  for (const [item, fields] of from) {
    const known = fieldsOf(to, item)
    for (const [field, n] of fields) add(known, field, n)
  }
}

/** The same without what does not change. */
export function cleared(delta: Delta): Delta {
  const kept: Delta = new Map()
  for (const [item, fields] of delta) {
    const changing = new Map([...fields].filter(([, n]) => n !== 0))
    if (changing.size > 0) kept.set(item, changing)
  }
  return kept
}

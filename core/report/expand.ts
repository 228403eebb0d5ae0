import * as z from 'zod'
import { fnv1a } from '../search/hash.ts'
import { type Atom, type CellItem, type Delta, grains } from './cells.ts'
import { type By, type Group, groupNames, groups, places, placesOf } from './dimension.ts'
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
  for (const { by, value } of placesOf(atom.dims)) {
    const { code, group, percentiles, only } = places[by]
    const kept = only === undefined ? counts : counts.filter(({ metric }) => only.includes(metric))
    if (kept.length > 0) addCounts(itemsOf(delta, atom, group, value), kept, code, value)
    if (percentiles && atom.buckets) addBuckets(delta, atom, code, value, sign)
  }
}

function addCounts(items: Map<string, number>[], counts: Count[], dimension: string, value: string): void {
  for (const { code, n } of counts) {
    const field = fieldName(dimension, code, value)
    for (const fields of items) add(fields, field, n)
  }
}

function addBuckets(delta: Delta, atom: Atom, dimension: string, value: string, sign: 1 | -1): void {
  for (const [histogram, bucket] of Object.entries(atom.buckets ?? {})) {
    if (!isHistogram(histogram)) continue
    const { group, code } = histograms[histogram]
    const field = fieldName(dimension, `${code}${bucket}`, value)
    for (const fields of itemsOf(delta, atom, group, value)) add(fields, field, sign)
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

/** The fields of each item that holds a value at the time of a fact: of its hour, day and month. */
function itemsOf(delta: Delta, { hour, day }: Atom, group: Group, value: string): Map<string, number>[] {
  const bucket = bucketOfValue(group, value)
  const named = [
    itemName({ grain: 'day', group, period: day, bucket }),
    itemName({ grain: 'month', group, period: day.slice(0, 7), bucket }),
    ...(groups[group].hours ? [itemName({ grain: 'hour', group, period: hour, bucket })] : []),
  ]
  return named.map(name => fieldsOf(delta, name))
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
  const { code, group, only } = places[by]
  if (only !== undefined && !only.includes('customers')) return []
  const bucket = bucketOfValue(group, value)
  const field = fieldName(code, metrics.customers, value)
  return [
    `${itemName({ grain: 'day', group, period: day, bucket })}\n${field}`,
    `${itemName({ grain: 'month', group, period: day.slice(0, 7), bucket })}\n${field}`,
    ...(groups[group].years
      ? [`${itemName({ grain: 'year', group, period: day.slice(0, 4), bucket })}\n${field}`]
      : []),
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

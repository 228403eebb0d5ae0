import * as z from 'zod'
import type { MentionCount } from '../../core/listening/listening.ts'
import { type Mentions, type MonthSum, mentionsOf, monthSumSchema } from '../../core/listening/month-sum.ts'
import { listeningKeys } from './keys.ts'
import type { Item, Table, Write } from './table.ts'

/** The sums of a month on a network are one item, in attributes `<figure>|<member>`: numbers that writes add to. */
const figures = [
  ['m', 'mentions'],
  ['p', 'positive'],
  ['n', 'negative'],
  ['j', 'judged'],
] as const satisfies readonly (readonly [string, keyof Mentions])[]
const fieldsSchema = z.record(z.string().regex(/^[mpnj]\|[a-z0-9-]+$/), z.int())
const sumsSchema = z.array(monthSumSchema)

/** More than twenty networks have in the twenty years that a report may compare; reaching it is an error, never a silent cut. */
const mostItems = 5000

/** A count that is written, and what of it was in the sum until now. */
export type Summed = { next: MentionCount; was: MentionCount | undefined }

/** Adds what changes to the sums of the month and network that all these counts are of. */
export function addToMonth(place: Pick<MentionCount, 'panel' | 'day' | 'network'>, changes: readonly Summed[]): Write {
  const fields = new Map<string, number>()
  for (const { next, was } of changes) {
    const [now, before] = [mentionsOf(next), was && mentionsOf(was)]
    for (const [code, figure] of figures) {
      const by = now[figure] - (before?.[figure] ?? 0)
      const name = `${code}|${next.member}`
      // Somebody who was never named is listed with their nought.
      if (by !== 0 || figure === 'mentions') fields.set(name, (fields.get(name) ?? 0) + by)
    }
  }
  return { add: listeningKeys.month(place), fields: fieldsSchema.parse(Object.fromEntries(fields)) }
}

export async function readMonths(
  table: Table,
  panel: string,
  { from, until }: { from: string; until: string },
): Promise<MonthSum[]> {
  const pk = listeningKeys.months(panel)
  const items = await table.query({ pk, from, to: listeningKeys.untilMonth(until), limit: mostItems })
  if (items.length === mostItems) throw new Error('a report reads more months of mentions than it may')
  return sumsSchema.parse(items.flatMap(sumsOf))
}

function sumsOf(item: Item): MonthSum[] {
  const { pk: _pk, sk: _sk, ...fields } = item
  const sums = fieldsSchema.parse(fields)
  const members = [...new Set(Object.keys(sums).map(name => name.slice(name.indexOf('|') + 1)))].toSorted()
  const of = (code: string, member: string): number => sums[`${code}|${member}`] ?? 0
  return members.map(member => ({
    ...{ ...listeningKeys.parseMonth(item), member, mentions: of('m', member) },
    ...{ positive: of('p', member), negative: of('n', member), judged: of('j', member) },
  }))
}

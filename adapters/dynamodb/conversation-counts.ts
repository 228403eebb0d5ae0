import * as z from 'zod'
import { conversationSchema } from '../../core/conversation/conversation.ts'
import { countNames } from '../../core/conversation/counts.ts'
import type { Counts } from '../../core/conversation/store.ts'
import { conversationKeys } from './keys.ts'
import type { Table, Write } from './table.ts'

export const countSchema = z.object({ n: z.number() })
export const countedSchema = z.object({ v: z.literal(1), version: z.int(), names: z.array(z.string()) })

/** More names than a company has statuses, people, teams and channels; reaching it is an error, never a silent cut. */
const maxCounts = 10_000

export async function readCounts(table: Table): Promise<Counts> {
  const items = await table.query({ pk: conversationKeys.counts, limit: maxCounts })
  if (items.length === maxCounts) throw new Error('there are more counts than can be read')
  return Object.fromEntries(items.map(item => [item.sk, countSchema.parse(item).n]))
}

/**
 * What the counts were last told of a conversation stands beside it, so the difference can be told exactly once. It is read
 * first: read together, the conversation could be older than what an assignment has told of it meanwhile, which would then
 * be taken back.
 */
export async function countConversation(table: Table, id: string): Promise<boolean> {
  const counted = await table.get(conversationKeys.counted(id), true)
  const head = await table.get(conversationKeys.head(id), true)
  if (head === undefined) return true
  const known = counted && countedSchema.parse(counted)
  const names = countNames(conversationSchema.parse(head))
  const changes = differences(known?.names ?? [], names)
  if (changes.length === 0) return true
  const put = { ...conversationKeys.counted(id), v: 1, version: (known?.version ?? 0) + 1, names }
  const when = known ? { version: known.version } : ('absent' as const)
  return (await table.transact([{ put, when }, ...changes])).committed
}

function differences(before: string[], after: string[]): Write[] {
  const left = before.filter(name => !after.includes(name)).map(name => [name, -1] as const)
  const came = after.filter(name => !before.includes(name)).map(name => [name, 1] as const)
  return [...left, ...came].map(([name, n]) => ({ add: conversationKeys.count(name), fields: { n } }))
}

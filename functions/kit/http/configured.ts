import * as z from 'zod'
import { cursorTextSchema, limitSchema, type Page } from '../../../core/api/page.ts'
import { Problem } from '../../../core/api/problem.ts'
import type { ConfiguredStore } from '../../../core/people/people-store.ts'
import { readCursor, writeCursor } from './cursor.ts'

export const listQuerySchema = z.strictObject({ limit: limitSchema, cursor: cursorTextSchema.optional() })

const positionSchema = z.strictObject({ id: z.string().min(1).max(128) })

/** A page of what was configured, in the order of ids. */
export async function pageOf<Value extends { id: string }>(
  { list }: Pick<ConfiguredStore<Value>, 'list'>,
  { limit, cursor }: z.output<typeof listQuerySchema>,
): Promise<Page<Value>> {
  const after = readCursor(positionSchema, cursor)
  const found = await list(limit + 1, after?.id)
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return { items, ...(found.length > limit && last && { cursor: writeCursor({ id: last.id }) }) }
}

/** What was found, or the problem that it is not there; `what` like `team`. */
export function requireFound<Value>(found: Value | undefined, what: string): Value {
  if (found === undefined) throw new Problem('not-found', `No ${what} is configured under this id.`)
  return found
}

import { isName, textOf } from '../../core/search/occurrences.ts'
import { searchKeys } from './keys.ts'
import type { Table } from './table.ts'

const namesOf = (tokens: readonly string[]): string[] => tokens.filter(isName).map(textOf)

/** Makes names known that have postings now. To be called after they were posted. */
export async function enterNames(table: Table, tokens: readonly string[]): Promise<void> {
  const names = namesOf(tokens)
  if (names.length === 0) return
  const known = new Set((await table.batchGet(names.map(searchKeys.name), true)).map(({ sk }) => sk))
  const missing = names.filter(name => !known.has(name))
  if (missing.length > 0) await table.putAll(missing.map(name => ({ ...searchKeys.name(name), v: 1 })))
}

/**
 * Forgets names that nobody bears any more. Somebody may be posted under one at this very moment: who looks after the
 * removal sees the posting and enters the name again, or is seen by the other, who looks after posting. Who entered it
 * again looks once more: the posting may have gone since, and whoever took it away may have looked before the name came.
 */
export async function dropNames(table: Table, tokens: readonly string[]): Promise<void> {
  await Promise.all(tokens.filter(isName).map(token => dropName(table, token)))
}

async function dropName(table: Table, token: string): Promise<void> {
  while (!(await isPosted(table, token))) {
    await table.remove(searchKeys.name(textOf(token)))
    if (!(await isPosted(table, token))) return
    await enterNames(table, [token])
  }
}

const isPosted = async (table: Table, token: string): Promise<boolean> =>
  (await table.query({ pk: searchKeys.token(token), limit: 1, consistent: true })).length > 0

/** The names that begin so, at most `limit` of them, in order. */
export const namesFrom = async (table: Table, prefix: string, limit: number): Promise<string[]> => {
  const { pk } = searchKeys.name(prefix)
  return (await table.query({ pk, from: prefix, to: searchKeys.namesTo(prefix), limit })).map(({ sk }) => sk)
}

import { Problem } from '../../core/api/problem.ts'
import { readQuery } from '../../core/api/search.ts'
import { customersOfStreams } from '../../core/identity/customers-of-streams.ts'
import type { Query } from '../../core/search/query.ts'
import type { Search } from '../../core/search/search.ts'
import type { ApiDependencies } from './api-dependencies.ts'

/** What was typed, understood. Throws `Problem` that says what to type instead. */
export function requireQuery(typed: string): Query {
  const read = readQuery(typed)
  if ('query' in read) return read.query
  throw new Problem('invalid-request', undefined, { errors: [{ field: 'query.q', message: read.refusal }] })
}

/** Search over all history; whose a contact is, is read from the pointers as they are now. */
export const searchDeps = (deps: ApiDependencies): Search => ({
  index: deps.searchIndex,
  timeline: deps.timeline,
  customersOf: async streams => {
    const { store } = await deps.identity()
    return customersOfStreams(store.readPointers, streams)
  },
})

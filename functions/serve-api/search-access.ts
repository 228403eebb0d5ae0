import { Problem } from '../../core/api/problem.ts'
import { readQuery } from '../../core/api/search.ts'
import { identifierName } from '../../core/contact/identifier.ts'
import { streamIdentifier } from '../../core/identity/member.ts'
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
    const pointers = await store.readPointers(streams.map(streamIdentifier))
    const byName = new Map(pointers.map(({ identifier, customer }) => [identifierName(identifier), customer]))
    return new Map(
      streams.flatMap(stream => {
        const customer = byName.get(identifierName(streamIdentifier(stream)))
        return customer === undefined ? [] : [[stream, customer]]
      }),
    )
  },
})

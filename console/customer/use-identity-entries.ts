import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useConsole, useMay } from '../app/console-context.ts'
import type { IdentityLog } from '../client/api.ts'
import type { IdentityOf, ShownEntry, TimelineEntry } from '../data/entries.ts'
import { dataKeys } from '../data/keys.ts'

const newestDecisions = 100

/** The newest decisions about who the customer is, for those who may see them. */
export function useIdentityEntries(customer: string): readonly IdentityOf[] {
  const may = useMay()
  const { api } = useConsole()
  const { data } = useQuery({
    queryKey: dataKeys.identityLog(customer),
    enabled: may('identityLog'),
    queryFn: ({ signal }) => api.identityLog(customer, { limit: newestDecisions }, signal),
  })
  return useMemo(() => (data ? identityEntries(data) : []), [data])
}

/** That somebody is first heard of by one name changes nothing that anybody knew; what links or parts names does. */
export const identityEntries = ({ items }: Pick<IdentityLog, 'items'>): IdentityOf[] =>
  items
    .filter(({ kind, before, after }) => {
      if (kind !== 'identify') return true
      return before ? namesOf(before) !== namesOf(after) : after.identifiers.length > 1
    })
    .map(decision => ({ type: 'identity', id: `identity-${decision.seq}`, sortAt: decision.at, decision }))

const namesOf = ({ identifiers }: { identifiers: readonly { type: string; value: string }[] }): string =>
  identifiers
    .map(({ type, value }) => `${type}:${value}`)
    .toSorted()
    .join(' ')

/** What is loaded of a timeline: with nothing newer above it, and nothing older below it, or only a part. */
export type Reach = { toNewest: boolean; toOldest: boolean }

/** Decisions among the entries, newest first; those before and after what is loaded wait until it is. */
export function withIdentity(
  entries: readonly TimelineEntry[],
  decisions: readonly IdentityOf[],
  { toNewest, toOldest }: Reach,
): ShownEntry[] {
  const newest = entries[0]?.sortAt
  const oldest = entries.at(-1)?.sortAt
  if (newest === undefined || oldest === undefined) return [...entries]
  const within = decisions.filter(({ sortAt }) => (toNewest || sortAt <= newest) && (toOldest || sortAt >= oldest))
  if (within.length === 0) return [...entries]
  return [...entries, ...within].sort((a, b) => (a.sortAt === b.sortAt ? 0 : a.sortAt < b.sortAt ? 1 : -1))
}

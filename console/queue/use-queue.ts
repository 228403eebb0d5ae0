import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useConsole } from '../app/console-context.ts'
import type { ConversationRow } from '../client/api.ts'
import { dataKeys } from '../data/keys.ts'
import { useMe } from '../data/people.ts'
import { type Filter, type QueueQuery, queryOf, type View } from './views.ts'

/** The rows of a view as far as they are loaded, and the query that they come from. */
export function useQueue(view: View, filter: Filter) {
  const { api } = useConsole()
  const { data: me, isPending } = useMe()
  const query = queryOf(view, filter, me)
  const list = useInfiniteQuery({
    queryKey: dataKeys.queue(query),
    queryFn: ({ pageParam, signal }) => api.queue({ ...query, cursor: pageParam }, signal),
    initialPageParam: noCursor,
    getNextPageParam: page => page.cursor,
    placeholderData: (previous, asked) =>
      isSameView(asked?.queryKey[1], query) ? keepPreviousData(previous) : undefined,
    enabled: !isPending || view !== 'team',
    // What is late grows by time alone, which no event tells.
    refetchInterval: view === 'breaching' ? 60_000 : false,
  })
  const rows: readonly ConversationRow[] = list.data?.pages.flatMap(({ items }) => items) ?? []
  return { rows, list, query, me }
}

const noCursor: string | undefined = undefined

/** While a filter changes, the rows of the view stay until others come; those of another view would be untrue. */
const isSameView = (known: unknown, { status, assignee, dueWithin }: QueueQuery): boolean =>
  typeof known === 'object' &&
  known !== null &&
  'status' in known &&
  known.status === status &&
  ('assignee' in known ? known.assignee : undefined) === assignee &&
  ('dueWithin' in known ? known.dueWithin : undefined) === dueWithin

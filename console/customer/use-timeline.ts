import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useConsole } from '../app/console-context.ts'
import type { Timeline } from '../client/api.ts'
import type { TimelineEntry } from '../data/entries.ts'
import type { Channel } from '../data/follow-events.ts'
import { dataKeys } from '../data/keys.ts'

export type TimelineData = {
  entries: readonly TimelineEntry[]
  isPending: boolean
  error: Error | null
  hasOlder: boolean
  isLoadingOlder: boolean
  loadOlder: () => void
  retry: () => void
}

const entriesOf = ({ pages }: InfiniteData<Timeline>): TimelineEntry[] => pages.flatMap(({ items }) => items)

/** The first page is small, so that it is there at once; those that somebody scrolls to are large. */
const [firstPage, olderPage] = [25, 100]

/** The timeline of a customer as far as it is loaded, newest first. */
export function useTimeline(customer: string, channel: Channel | undefined): TimelineData {
  const { api } = useConsole()
  const query = useInfiniteQuery({
    queryKey: dataKeys.timeline(customer, channel),
    queryFn: ({ pageParam, signal }) =>
      api.readTimeline(
        customer,
        { limit: pageParam === undefined ? firstPage : olderPage, cursor: pageParam, channel },
        signal,
      ),
    initialPageParam: noCursor,
    getNextPageParam: page => page.cursor,
    placeholderData: (previous, asked) => (asked?.queryKey[1] === customer ? keepPreviousData(previous) : undefined),
    // Live events keep it up to date; loading every page again would move what somebody reads.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const entries = useMemo(() => (query.data ? entriesOf(query.data) : []), [query.data])
  return {
    entries,
    isPending: query.isPending,
    error: query.error,
    hasOlder: query.hasNextPage,
    isLoadingOlder: query.isFetchingNextPage,
    loadOlder: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
    },
    retry: () => void query.refetch(),
  }
}

const noCursor: string | undefined = undefined

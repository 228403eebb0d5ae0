import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useConsole } from '../app/console-context.ts'
import type { Timeline } from '../client/api.ts'
import { isAtNewest, type PageStart, type TimelineEntry } from '../data/entries.ts'
import type { Channel } from '../data/follow-events.ts'
import { dataKeys } from '../data/keys.ts'

/** A direction in which more of a timeline is loaded. */
export type More = { there: boolean; loading: boolean; error: Error | null; load: () => void }

export type TimelineData = {
  entries: readonly TimelineEntry[]
  /** What is shown is of this channel and place, and no longer of the one before. */
  isCurrent: boolean
  isPending: boolean
  /** Nothing could be loaded at all. */
  error: Error | null
  older: More
  newer: More
  retry: () => void
}

const entriesOf = ({ pages }: InfiniteData<Timeline>): TimelineEntry[] => pages.flatMap(({ items }) => items)

/** The first page is small, so that it is there at once; those that somebody scrolls to are large. */
const [firstPage, furtherPage] = [25, 100]

/** So many pages are kept, however far somebody scrolls: those at the other end are loaded again on the way back. */
const mostPages = 12

/** The timeline of a customer as far as it is loaded, newest first, from its newest entry or another place on. */
export function useTimeline(customer: string, channel: Channel | undefined, start: PageStart): TimelineData {
  const { api } = useConsole()
  const first = start.entry ?? start.until ?? ''
  const query = useInfiniteQuery({
    queryKey: dataKeys.timeline(customer, channel, first),
    queryFn: ({ pageParam, signal }) => {
      const isFurther = pageParam.cursor !== undefined || pageParam.newer !== undefined
      return api.readTimeline(customer, { ...pageParam, limit: isFurther ? furtherPage : firstPage, channel }, signal)
    },
    initialPageParam: start,
    getNextPageParam: ({ cursor }): PageStart | undefined => (cursor === undefined ? undefined : { cursor }),
    getPreviousPageParam: ({ newer }): PageStart | undefined => (newer === undefined ? undefined : { newer }),
    maxPages: mostPages,
    placeholderData: (previous, asked) => (asked?.queryKey[1] === customer ? keepPreviousData(previous) : undefined),
    // Live events keep it up to date; loading every page again would move what somebody reads.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const { data, error, isPlaceholderData, isFetching } = query
  const entries = useMemo(() => (data ? entriesOf(data) : []), [data])
  const further = (there: boolean, loading: boolean, failed: boolean, load: () => unknown): More => ({
    there: there && !isPlaceholderData,
    loading,
    error: failed ? error : null,
    load: () => {
      if (there && !isFetching) void load()
    },
  })
  return {
    entries,
    isCurrent: data !== undefined && !isPlaceholderData,
    isPending: query.isPending,
    error: query.isFetchNextPageError || query.isFetchPreviousPageError ? null : error,
    older: further(query.hasNextPage, query.isFetchingNextPage, query.isFetchNextPageError, query.fetchNextPage),
    newer: further(
      data !== undefined && !isAtNewest(data),
      query.isFetchingPreviousPage,
      query.isFetchPreviousPageError,
      query.fetchPreviousPage,
    ),
    retry: () => void query.refetch(),
  }
}

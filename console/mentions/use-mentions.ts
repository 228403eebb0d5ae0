import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useConsole } from '../app/console-context.ts'
import { dataKeys } from '../data/keys.ts'
import type { Network } from './networks.ts'

const noCursor: string | undefined = undefined

/** Open matters in which something was said in public, also where the customer went on in private. Kept under the name of queues, so that live events and acts reach them, too. */
export function useMentions(network: Network | undefined) {
  const { api } = useConsole()
  const query = { status: 'open', said: 'social', limit: 20, ...(network && { network }) } as const
  const list = useInfiniteQuery({
    queryKey: dataKeys.queue(query),
    queryFn: ({ pageParam, signal }) => api.queue({ ...query, cursor: pageParam }, signal),
    initialPageParam: noCursor,
    getNextPageParam: page => page.cursor,
    placeholderData: keepPreviousData,
  })
  return { list, rows: list.data?.pages.flatMap(({ items }) => items) ?? [] }
}

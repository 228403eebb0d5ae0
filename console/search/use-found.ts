import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useConsole } from '../app/console-context.ts'
import { dataKeys } from '../data/keys.ts'

const noCursor: string | undefined = undefined

type Page<Item> = {
  items: readonly Item[]
  cursor?: string | undefined
  notice?: string | undefined
}

/** What was found, page after page; what was found before stays until the next is there. */
function useFound<Item>(
  queryKey: readonly unknown[],
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Item>>,
) {
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: noCursor,
    getNextPageParam: page => page.cursor,
    placeholderData: keepPreviousData,
    retry: false,
  })
  return {
    list,
    items: list.data?.pages.flatMap(({ items }) => items) ?? [],
    notice: list.data?.pages[0]?.notice,
  }
}

export function useFoundCustomers(q: string) {
  const { api } = useConsole()
  return useFound(dataKeys.found(q), (cursor, signal) => api.findCustomers({ q, limit: 10, cursor }, signal))
}

export function useFoundContacts(q: string) {
  const { api } = useConsole()
  return useFound(dataKeys.search(q), (cursor, signal) => api.search({ q, limit: 25, cursor }, signal))
}

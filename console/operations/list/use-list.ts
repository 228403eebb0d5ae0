import { useQuery } from '@tanstack/react-query'
import { useConsole } from '../../app/console-context.ts'
import type { Api } from '../../client/api.ts'
import type { Place } from '../places.ts'

type Page<Item> = { items: readonly Item[]; cursor?: string | undefined }
type Ask<Item> = (
  api: Api,
  query: { limit: number; cursor?: string | undefined },
  signal: AbortSignal,
) => Promise<Page<Item>>

/** More than anybody configures of one kind. */
const mostPages = 20

export const listKey = (place: Place) => ['operations', place] as const

/** All that is configured in a place. `everyMs`: asked again as often, while the page is looked at. */
export function useList<Item>(place: Place, ask: Ask<Item>, everyMs?: number) {
  const { api } = useConsole()
  return useQuery({
    queryKey: listKey(place),
    queryFn: ({ signal }) => allPages(query => ask(api, query, signal)),
    ...(everyMs !== undefined && { refetchInterval: everyMs }),
  })
}

async function allPages<Item>(
  ask: (query: { limit: number; cursor?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const found = await ask({ limit: 100, ...(cursor !== undefined && { cursor }) })
    items.push(...found.items)
    cursor = found.cursor
    if (cursor === undefined) break
  }
  return items
}

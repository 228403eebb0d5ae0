import { useQuery } from '@tanstack/react-query'
import { useConsole } from '../../app/console-context.ts'
import { listKey, useList } from '../list/use-list.ts'

/** Health is noted once a minute; a look more often shows the first contact as soon as it is there. */
export const useSources = (everyMs = 15_000) =>
  useList('sources', (api, query, signal) => api.sources(query, signal), everyMs)

/** The address below which webhooks lie, as providers are to call it. */
export function useWebhooksAt(): string {
  const { api } = useConsole()
  const { data } = useQuery({
    queryKey: [...listKey('sources'), 'webhooks'],
    queryFn: async ({ signal }) => (await api.sources({ limit: 1 }, signal)).webhooksAt,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data ?? location.origin
}

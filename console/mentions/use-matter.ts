import { useQuery } from '@tanstack/react-query'
import { useConsole } from '../app/console-context.ts'
import { dataKeys } from '../data/keys.ts'

/** A conversation with its newest entries; live events and acts on the conversation make it old. */
export function useMatter(id: string) {
  const { api } = useConsole()
  return useQuery({
    queryKey: [...dataKeys.conversation(id), 'newest'],
    queryFn: ({ signal }) => api.readConversation(id, {}, signal),
  })
}

import { useQuery } from '@tanstack/react-query'
import { useConsole } from '../app/console-context.ts'
import { dataKeys } from '../data/keys.ts'

/**
 * A conversation with its newest entries, once it is wanted; live events and acts on the conversation make it old.
 * Whatever is read of a customer stands in their audit: nothing is read that nobody looks at.
 */
export function useMatter(id: string, wanted: boolean) {
  const { api } = useConsole()
  return useQuery({
    queryKey: [...dataKeys.conversation(id), 'newest'],
    queryFn: ({ signal }) => api.readConversation(id, { limit: entries }, signal),
    enabled: wanted,
  })
}

/** Enough to find the customer's last words in public among answers and notes. */
const entries = 25

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useConsole } from '../../app/console-context.ts'
import type { Api } from '../../client/api.ts'
import { reasonOf } from '../../states/states.tsx'
import { useSay } from '../../words/words.ts'

type List = Awaited<ReturnType<Api['digests']>>
export type Mailed = List['items'][number]

const key = ['digests'] as const

/** What one is mailed of reports, and where to. */
export function useDigests() {
  const { api } = useConsole()
  return useQuery({ queryKey: key, queryFn: ({ signal }) => api.digests({}, signal) })
}

/** Carries out a change of what is mailed, says what became of it, and reads the list again. */
export function useChangeDigests() {
  const say = useSay()
  const { toasts } = useConsole()
  const queries = useQueryClient()
  return async (work: Promise<unknown>, done: string): Promise<void> => {
    try {
      await work
      toasts.show({ kind: 'success', text: done })
    } catch (error) {
      if (!(error instanceof Error)) throw error
      toasts.show({ kind: 'error', text: reasonOf(error, say) })
    }
    await queries.invalidateQueries({ queryKey: key })
  }
}

import { useQuery } from '@tanstack/react-query'
import { useConsole } from '../app/console-context.ts'
import { ApiProblem } from '../client/problem.ts'
import { dataKeys } from './keys.ts'

const rarelyChanges = 5 * 60_000

/** The person's own record as an agent; null for those who are none, like an operator. */
export function useMe() {
  const { api } = useConsole()
  return useQuery({
    queryKey: dataKeys.me,
    staleTime: rarelyChanges,
    queryFn: async ({ signal }) => {
      try {
        return await api.readAgent('me', signal)
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return null
        throw error
      }
    },
  })
}

export function useAgents() {
  const { api } = useConsole()
  return useQuery({
    queryKey: dataKeys.agents,
    staleTime: rarelyChanges,
    queryFn: ({ signal }) => api.agents({ limit: 100 }, signal),
    select: ({ items }) => items,
  })
}

export function useTeams() {
  const { api } = useConsole()
  return useQuery({
    queryKey: dataKeys.teams,
    staleTime: rarelyChanges,
    queryFn: ({ signal }) => api.teams({ limit: 100 }, signal),
    select: ({ items }) => items,
  })
}

/** What an agent or a team is called; the id, for one that is not known here. */
export function useNames(): { agent: (id: string) => string; team: (id: string) => string } {
  const { data: agents = [] } = useAgents()
  const { data: teams = [] } = useTeams()
  return {
    agent: id => agents.find(one => one.id === id)?.name ?? id,
    team: id => teams.find(one => one.id === id)?.name ?? id,
  }
}

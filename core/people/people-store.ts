import type { Hours } from '../hours/hours.ts'
import type { Agent } from './agent.ts'
import type { Team } from './team.ts'

/** Things that an operator configures, in the order of their ids. */
export type ConfiguredStore<Value> = {
  read: (id: string) => Promise<Value | undefined>
  list: (limit: number, after?: string) => Promise<Value[]>
  write: (value: Value) => Promise<void>
}

/** Who works here, together with whom, and when. Nothing is ever removed, so that whatever names one finds it. */
export type PeopleStore = {
  /**
   * `change` writes what becomes of an agent, of the newest there is: others change the same agent, the person
   * themselves among them. Throws `RetryLater` when others kept coming first.
   */
  agents: Omit<ConfiguredStore<Agent>, 'write'> & {
    change: (id: string, become: (agent: Agent | undefined) => Agent) => Promise<Agent>
  }
  teams: ConfiguredStore<Team>
  hours: ConfiguredStore<Hours>
}

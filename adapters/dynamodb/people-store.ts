import * as z from 'zod'
import { hoursSchema } from '../../core/hours/hours.ts'
import { type Agent, agentSchema } from '../../core/people/agent.ts'
import type { PeopleStore } from '../../core/people/people-store.ts'
import { teamSchema } from '../../core/people/team.ts'
import { RetryLater } from '../../core/record/outcome.ts'
import { configuredStore } from './configured-store.ts'
import { agentKeys, hoursKeys, teamKeys } from './keys.ts'
import type { Table } from './table.ts'

/** Agents, teams and hours, each in a partition of its own, in the order of their ids. */
export function peopleStore(table: Table): PeopleStore {
  const { read, list } = configuredStore(table, agentKeys, agentSchema)
  return {
    agents: { read, list, change: (id, become) => changeAgent(table, id, become) },
    teams: configuredStore(table, teamKeys, teamSchema),
    hours: configuredStore(table, hoursKeys, hoursSchema),
  }
}

const versionSchema = z.object({ version: z.int() })
const mostTries = 5

async function changeAgent(table: Table, id: string, become: (agent: Agent | undefined) => Agent): Promise<Agent> {
  const key = agentKeys.item(id)
  for (let tries = 0; tries < mostTries; tries++) {
    const item = await table.get(key, true)
    const version = item === undefined ? 0 : versionSchema.parse(item).version
    const agent = agentSchema.parse(become(item && agentSchema.parse(item)))
    const put = await table.put({ ...agent, ...key, version: version + 1 }, item === undefined ? 'absent' : { version })
    if (put.written) return agent
  }
  throw new RetryLater('an agent is changed by several at once')
}

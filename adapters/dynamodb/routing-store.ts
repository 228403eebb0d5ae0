import * as z from 'zod'
import { channels, instantSchema } from '../../core/contact/contact.ts'
import { conversationStatuses } from '../../core/conversation/conversation.ts'
import { assigneeCount } from '../../core/conversation/counts.ts'
import { type Row, rowSchema } from '../../core/conversation/row.ts'
import { type Agent, agentSchema } from '../../core/people/agent.ts'
import { routingRuleSchema } from '../../core/routing/rule.ts'
import type { ReadSeat, RoutingStore } from '../../core/routing/store.ts'
import { configuredStore } from './configured-store.ts'
import { countSchema } from './conversation-counts.ts'
import { agentKeys, conversationKeys, givenKeys, routingRuleKeys } from './keys.ts'
import { assignmentWrites } from './routing-items.ts'
import type { Item, Table } from './table.ts'

/** More agents than a company has; those beyond are given nothing by themselves. */
const mostAgents = 2000

const versionSchema = z.object({ version: z.int() })
const givenSchema = z.object({ v: z.literal(1), version: z.int(), lastAssignedAt: instantSchema })

/** What routing keeps, in the one table. See core/routing/store.ts for what each call promises. */
export function routingStore(table: Table): RoutingStore {
  return {
    rules: configuredStore(table, routingRuleKeys, routingRuleSchema),
    seats: () => readSeats(table),
    assign: async (write, seat) => (await table.transact(await assignmentWrites(table, write, seat))).committed,
    recent: (limit, since) => readRecent(table, limit, since),
  }
}

/** What was given is read before what it is counted in: so nothing is given unseen in between. */
async function readSeats(table: Table): Promise<ReadSeat[]> {
  const [agents, given] = await Promise.all([
    table.query({ pk: agentKeys.all, limit: mostAgents, consistent: true }),
    table.query({ pk: givenKeys.all, limit: mostAgents, consistent: true }),
  ])
  const loads = await readLoads(table)
  const givenTo = new Map(given.map(item => [item.sk, givenSchema.parse(item)]))
  return agents.map(item => seatOf(item, agentSchema.parse(item), givenTo, loads))
}

function seatOf(
  item: Item,
  agent: Agent,
  givenTo: Map<string, z.infer<typeof givenSchema>>,
  loads: Map<string, number>,
): ReadSeat {
  const given = givenTo.get(agent.id)
  return {
    agent,
    load: loads.get(assigneeCount('open', agent.id)) ?? 0,
    agentVersion: versionSchema.parse(item).version,
    givenVersion: given?.version,
    ...(given && { lastAssignedAt: given.lastAssignedAt }),
  }
}

async function readLoads(table: Table): Promise<Map<string, number>> {
  const from = assigneeCount('open', undefined)
  const range = { pk: conversationKeys.counts, from, to: conversationKeys.countsTo(from), limit: mostAgents }
  const counts = await table.query({ ...range, consistent: true })
  return new Map(counts.map(item => [item.sk, countSchema.parse(item).n]))
}

/** What is snoozed or spam says nothing about what comes in. Each of the other lists is read from its newest end. */
const lookedAt = conversationStatuses.filter(status => status !== 'snoozed' && status !== 'spam')
const mostOfList = 100

async function readRecent(table: Table, limit: number, since: string | undefined): Promise<Row[]> {
  const lists = lookedAt.flatMap(status => channels.map(channel => conversationKeys.list(status, 'channel', channel)))
  const found = await Promise.all(
    lists.map(pk =>
      table.query({ index: conversationKeys.rows.channel, pk, limit: Math.min(limit, mostOfList), newestFirst: true }),
    ),
  )
  const rows = found.flat().map(item => rowSchema.parse(item))
  return rows
    .filter(({ lastAt }) => since === undefined || lastAt >= since)
    .sort((a, b) => (a.lastAt < b.lastAt ? 1 : a.lastAt > b.lastAt ? -1 : a.id < b.id ? -1 : 1))
    .slice(0, limit)
}

import * as z from 'zod'
import { type Automated, automatedSchema } from '../../core/automation/automated.ts'
import { type Firing, firingSchema, keptFiringMs } from '../../core/automation/firing.ts'
import { ruleSchema } from '../../core/automation/rule.ts'
import type { AutomationStore, RuleStore } from '../../core/automation/store.ts'
import { configuredStore } from './configured-store.ts'
import { readEntry } from './entry-item.ts'
import { automationKeys, ruleKeys, timelineKeys } from './keys.ts'
import type { Item, Table, Write } from './table.ts'

export const ruleStore = (table: Table): RuleStore => configuredStore(table, ruleKeys, ruleSchema)

/** What automation keeps in the one table. See core/automation/store.ts for what each call promises. */
export function automationStore(table: Table): AutomationStore {
  return {
    readAutomated: async conversation => {
      const item = await table.get(automationKeys.automated(conversation), true)
      return item && automatedSchema.parse(item)
    },
    commit: async (next, was, firings) => {
      const inOrder = firings.toSorted((a, b) => Number(a.stopped !== undefined) - Number(b.stopped !== undefined))
      const { committed } = await table.transact(writesOf(next, was, inOrder.slice(0, mostAtOnce)))
      if (committed && inOrder.length > mostAtOnce) await table.putAll(inOrder.slice(mostAtOnce).map(firingItem))
      return committed
    },
    readFirings: async ids => {
      const items = ids.length === 0 ? [] : await table.batchGet(ids.map(automationKeys.firing), true)
      return items.map(item => firingSchema.parse(item))
    },
    changeFiring: async next => (await table.put(firingItem(next), { version: next.version - 1 })).written,
    log: async (rule, limit, before) => {
      const to = before && { to: automationKeys.before(before.at, before.id) }
      const range = { index: 'gsi1' as const, pk: automationKeys.log(rule), limit, newestFirst: true, ...to }
      return (await table.query(range)).map(item => firingSchema.parse(item))
    },
    readEvent: async (entryId, { stream, sortAt }) => {
      const item = await table.get(timelineKeys.entry(stream, sortAt, entryId), true)
      const entry = item && eventTypes.safeParse(item).success ? readEntry(item) : undefined
      return entry?.type === 'event' ? entry : undefined
    },
  }
}

/** A transaction has a hundred writes. Guards let far fewer be carried out; only stopped ones are left over. */
const mostAtOnce = 90

const eventTypes = z.object({ type: z.enum(['note', 'status']) })

const writesOf = (next: Automated, was: number, firings: Firing[]): Write[] => [
  {
    put: { ...automatedSchema.parse(next), ...automationKeys.automated(next.conversation) },
    when: was === 0 ? 'absent' : { version: was },
  },
  ...firings.map(firing => ({ put: firingItem(firing), when: 'absent' as const })),
]

function firingItem(firing: Firing): Item {
  const { id, rule, at } = firing
  return {
    ...firingSchema.parse(firing),
    ...automationKeys.firing(id),
    ...automationKeys.listed(rule, at, id),
    expiresAt: Math.ceil((Date.parse(at) + keptFiringMs) / 1000),
  }
}

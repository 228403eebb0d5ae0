import { outcomeStore } from '../../adapters/dynamodb/outcome-store.ts'
import { reportReads } from '../../adapters/dynamodb/report-reads.ts'
import { reportStore } from '../../adapters/dynamodb/report-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import type { Random } from '../../bench/world/random.ts'
import { followChange } from '../../core/conversation/follow-change.ts'
import { always } from '../../core/hours/hours.ts'
import { type Delta, grains } from '../../core/report/cells.ts'
import { addDelta, cleared, expand, fieldsOf, parseItemName } from '../../core/report/expand.ts'
import type { ContactInsight } from '../../core/report/facts.ts'
import { fold } from '../../core/report/fold.ts'
import { projectMessages } from '../../core/report/gather.ts'
import { groupNames } from '../../core/report/groups.ts'
import type { Refold, ReportMessage } from '../../core/report/message.ts'
import type { ProjectDeps } from '../../core/report/project.ts'
import { type FactReads, readFacts } from '../../core/report/read-facts.ts'
import { firstOutcome, outcomeTouches } from '../../core/report/touches.ts'
import { makeWorld } from '../conversation/world.ts'
import { publishedTable } from './published-table.ts'
import { shuffle } from './shuffled.ts'

export type CompanyOptions = { table?: Table; reportTable?: (table: Table) => Table; zone?: string; batch?: number }

/** A company whose reports follow what happens, as its queues tell it: several times, in any order, in batches. */
export function makeCompany({
  table: given = memoryTable(),
  reportTable = table => table,
  zone = 'Europe/Berlin',
  batch = 25,
}: CompanyOptions = {}) {
  const waiting: { conversations: ReportMessage[]; reports: ReportMessage[] } = { conversations: [], reports: [] }
  const customers = new Set<string>()
  const table = publishedTable(given, changes => {
    for (const change of changes) {
      if (change.type === 'customer') customers.add(change.customer)
      if (change.type === 'contact' || change.type === 'customer') waiting.conversations.push(change)
      waiting.reports.push(change)
    }
  })
  const world = makeWorld(table)
  const insights = new Map<string, ContactInsight>()
  const readsOf = (from: Table): FactReads => ({
    ...reportReads(from),
    hoursOf: async () => always,
    insights: async entries => new Map(entries.map(({ entryId }) => [entryId, insights.get(entryId) ?? {}])),
    touches: outcomeTouches(outcomeStore(from)),
    firstTouch: firstOutcome(outcomeStore(from)),
    relationship: async () => undefined,
  })
  const faulty = reportTable(given)
  const generations = [{ store: reportStore(faulty, 1), zone }]
  const deps: ProjectDeps = {
    reads: readsOf(faulty),
    generations: async () => generations,
    queue: async (works: Refold[]) => void waiting.reports.push(...works),
    now: () => '2027-06-01T00:00:00.000Z',
    pause: async () => undefined,
  }

  /** Conversations follow at once. */
  const joinConversations = async () => {
    while (waiting.conversations.length > 0) {
      const change = waiting.conversations.shift()
      if (change !== undefined && change.type !== 'refold') await followChange(world.deps, change, 9)
    }
  }
  /** What could not be done of a batch. */
  const projected = async (messages: ReportMessage[]): Promise<ReportMessage[]> => {
    const errors = await projectMessages(deps, messages)
    return messages.filter((_, n) => errors[n] !== undefined)
  }
  /** Reports are told what waits, each thing as often as `times` says, so many batches at once. */
  const drain = async (random: Random, times: () => number, atOnce = 1) => {
    let told = waiting.reports.flatMap(message => Array.from({ length: times() }, () => message))
    waiting.reports.length = 0
    while (told.length > 0) {
      shuffle(random, told)
      const batches = Array.from({ length: atOnce }, () => told.splice(0, batch))
      const failed = await Promise.all(batches.map(projected))
      told = [...told, ...failed.flat(), ...waiting.reports]
      waiting.reports.length = 0
    }
  }

  /** What the cells must be: every customer folded as a whole, added up. */
  const recomputed = async (): Promise<Delta> => {
    const reads = readsOf(given)
    const sum: Delta = new Map()
    for (const [customer, streams] of await reads.streamsOf([...customers])) {
      if (streams.length === 0) continue
      const ever = { from: '1990-01-01T00:00:00.000Z', to: '2199-01-01T00:00:00.000Z' }
      const { facts } = await readFacts(reads, customer, streams, ever, 1_000_000)
      addDelta(sum, expand(fold(facts, zone, { from: '1990-01-01', to: '2199-01-01' })))
    }
    return cleared(sum)
  }
  const kept = async (): Promise<Delta> => cellsOf(given, 1)

  return {
    world,
    waiting,
    customers,
    insights,
    deps,
    outcomes: outcomeStore(table),
    joinConversations,
    drain,
    recomputed,
    kept,
  }
}

export type Company = ReturnType<typeof makeCompany>

/** Every cell there is, as `recomputed` writes them: shards and buckets of a period are one. */
export async function cellsOf(table: Table, generation: number): Promise<Delta> {
  const cells: Delta = new Map()
  const store = reportStore(table, generation)
  for (const grain of grains)
    for (const group of groupNames)
      for (const { period, fields } of await store.cells({ grain, group, from: '0', to: '9' }))
        cells.set(`${grain}|${group}|${period}`, fields)
  return cleared(cells)
}

/** Cells without the buckets of their values, to be held against those that were read. */
export function withoutBuckets(delta: Delta): Delta {
  const joined: Delta = new Map()
  for (const [name, fields] of delta) {
    const { grain, group, period } = parseItemName(name)
    const known = fieldsOf(joined, `${grain}|${group}|${period}`)
    for (const [field, n] of fields) known.set(field, (known.get(field) ?? 0) + n)
  }
  return joined
}

/** Cells that differ, with both figures; none, if all is well. */
export function differences(kept: Delta, wanted: Delta): string[] {
  const names = new Set([...kept.keys(), ...wanted.keys()])
  return [...names].flatMap(name => {
    const [one, other] = [kept.get(name), wanted.get(name)]
    const fields = new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])
    return [...fields]
      .filter(field => (one?.get(field) ?? 0) !== (other?.get(field) ?? 0))
      .map(field => `${name} ${field}: ${one?.get(field) ?? 0}, not ${other?.get(field) ?? 0}`)
  })
}

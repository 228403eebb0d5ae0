import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { identityStore } from '../../adapters/dynamodb/identity-store.ts'
import { tableSearchIndex } from '../../adapters/dynamodb/search-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import type { ContactState } from '../../core/contact/contact-state.ts'
import { identityIds } from '../../core/identity/ids.ts'
import { streamIdentifier } from '../../core/identity/member.ts'
import { indexContact } from '../../core/search/index-contact.ts'
import { understandQuery } from '../../core/search/query.ts'
import { type Search, search } from '../../core/search/search.ts'
import { append } from '../../core/timeline/append.ts'
import { startDynoxide } from '../../local/engines/dynoxide.ts'
import { changedTable } from '../../test/search/changed-table.ts'
import { createTable, localClient } from '../../test/tables-on-disk.ts'
import { watchConsumption } from '../consumed.ts'
import { type Figure, type Measure, median, quantile } from '../measure.ts'
import { bulkItems } from './bulk-items.ts'
import { fillSearch } from './search-fill.ts'
import { queryKinds } from './search-queries.ts'
import { worldContacts } from './world-contacts.ts'

const month = 3000
const contacts = 100_000
const queriesOfKind = 30
const atOnce = 12

/** What search costs to keep and how fast it answers, over a company's mix of contacts. */
export const searchMeasure: Measure = {
  name: 'search',
  about: 'units to keep search, time to answer over 100,000 contacts',
  run,
}

async function run(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-'))
  const engine = await startDynoxide({ dataDir })
  const client = localClient(engine.endpoint)
  const watch = watchConsumption(client)
  try {
    const { states, figures } = await keeping(await createTable(client, 'kept', false), watch.since)
    for (const figure of figures) process.stderr.write(`  ${figure.name}: ${figure.value.toFixed(2)} ${figure.unit}\n`)
    const table = await createTable(client, 'searched', false)
    const bulk = bulkItems(dataDir, 'searched')
    const filled = fillSearch(bulk.put, states, contacts)
    bulk.done()
    return [...figures, ...(await answering(table, filled, watch.since))]
  } finally {
    await engine.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

type Since = ReturnType<typeof watchConsumption>['since']

/** A month arrives on an empty index, which learns as it goes: every part, edit and second delivery is indexed as it comes. */
async function keeping(table: Table, since: Since): Promise<{ states: ContactState[]; figures: Figure[] }> {
  const { table: timelineTable, changes } = changedTable(memoryTable())
  const timeline = timelineStore(timelineTable, () => 0)
  const index = tableSearchIndex({ table, now: Date.now, pause: async () => undefined })
  const arriving = worldContacts(month)
  const ids = new Set<string>()
  /** Several contacts at once, as the queue hands them out. */
  const arrive = async (upTo: number) => {
    while (ids.size < upTo) {
      const done = changes.length
      for (let n = 0; n < atOnce && ids.size < upTo; n++) {
        const next = await arriving.next()
        if (next.done) return
        ids.add(next.value.id)
        await append(timeline, next.value)
      }
      const fresh = new Map(changes.slice(done).map(change => [JSON.stringify(change), change]))
      await Promise.all([...fresh.values()].map(change => indexContact({ index, timeline }, change)))
    }
  }
  const firstHalf = await since(() => arrive(month / 2))
  const half = ids.size
  process.stderr.write(`  ${half} contacts indexed\n`)
  const secondHalf = await since(() => arrive(month))
  const states = await Promise.all([...ids].map(async id => stateNow(timeline, id)))
  const mean = (firstHalf.writeUnits + secondHalf.writeUnits) / ids.size
  return {
    states: states.flat(),
    figures: [
      { name: `index of a contact, mean over its first ${ids.size}`, value: mean, unit: 'WCU', reach: { most: 20 } },
      { name: 'the same, second half of them', value: secondHalf.writeUnits / (ids.size - half), unit: 'WCU' },
    ],
  }
}

async function stateNow(timeline: Search['timeline'], id: string): Promise<ContactState[]> {
  const place = (await timeline.locate(id))?.place
  const entry = place && (await timeline.readContact(id, place))
  return entry ? [entry.state] : []
}

async function answering(table: Table, filled: ContactState[], since: Since): Promise<Figure[]> {
  const { table: counted, waves } = wavesOf(table)
  const { readPointers } = identityStore(counted, identityIds('0'.repeat(64)))
  const deps: Search = {
    index: tableSearchIndex({ table: counted, now: Date.now, pause: async () => undefined }),
    timeline: timelineStore(counted, Date.now),
    customersOf: async streams => {
      await readPointers(streams.map(streamIdentifier))
      return new Map()
    },
  }
  const figures: Figure[] = []
  const all: number[] = []
  let mostTrips = 0
  for (const { name, typed } of queryKinds(filled, queriesOfKind)) {
    const times: number[] = []
    const cpu = process.cpuUsage()
    let found = 0
    let readUnits = 0
    for (const asked of typed) {
      const trips = waves()
      const start = performance.now()
      const consumed = await since(async () => {
        found += (await search(deps, understandQuery(asked), { limit: 25 })).items.length
      })
      times.push(performance.now() - start)
      readUnits += consumed.readUnits
      mostTrips = Math.max(mostTrips, waves() - trips)
    }
    all.push(...times)
    const about = `${name} (${(found / typed.length).toFixed(1)} hits, ${(readUnits / typed.length).toFixed(0)} RCU)`
    const { user, system } = process.cpuUsage(cpu)
    figures.push({ name: `${about}: processor`, value: (user + system) / 1000 / typed.length, unit: 'ms CPU' })
    figures.push({ name: `${about}: median`, value: median(times), unit: 'ms' })
    figures.push({ name: `${about}: 95th percentile`, value: quantile(times, 0.95), unit: 'ms', reach: { most: 200 } })
  }
  return [
    ...figures,
    {
      name: `all over ${filled.length} contacts: 95th percentile`,
      value: quantile(all, 0.95),
      unit: 'ms',
      reach: { most: 200 },
    },
    { name: 'round trips one after the other, at most', value: mostTrips, unit: 'trips', reach: { most: 3 } },
  ]
}

/** Counts how often calls begin when none is under way: round trips one after the other. */
function wavesOf(table: Table): { table: Table; waves: () => number } {
  let waves = 0
  let underWay = 0
  const through =
    <Args extends unknown[], Answer>(call: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      if (underWay++ === 0) waves++
      try {
        return await call(...args)
      } finally {
        underWay--
      }
    }
  return {
    waves: () => waves,
    table: { ...table, get: through(table.get), query: through(table.query), batchGet: through(table.batchGet) },
  }
}

import { expect, test } from 'vitest'
import { archiveIndex } from '../../adapters/dynamodb/archive-index.ts'
import { archiveReads } from '../../adapters/dynamodb/archive-reads.ts'
import { campaignStore } from '../../adapters/dynamodb/campaign-store.ts'
import { conversationStore } from '../../adapters/dynamodb/conversation-store.ts'
import { listeningStore } from '../../adapters/dynamodb/listening-store.ts'
import { outcomeStore } from '../../adapters/dynamodb/outcome-store.ts'
import { reportStore } from '../../adapters/dynamodb/report-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { Random } from '../../bench/world/random.ts'
import { archivedReports, contributionRows, contributionsOf } from '../../core/archive/contributions.ts'
import { partitionKey } from '../../core/archive/datasets.ts'
import type { ArchiveRow } from '../../core/archive/rows.ts'
import { writeDays } from '../../core/archive/write-days.ts'
import { readFigures } from '../../core/report/read-cells.ts'
import { makeCompany } from '../report/company.ts'
import { makeLife } from '../report/life.ts'
import { ids, rowFiles } from './archived-world.ts'

/** A company whose contributions are archived, in a life with merges, unmerges, late, edited and deleted contacts. */
async function archivedCompany() {
  const table = memoryTable()
  const random = new Random('archive')
  const company = makeCompany({ table })
  const index = archiveIndex(table)
  const reports = reportStore(table, 1)
  const store = archivedReports(reports, index, async () => undefined)
  company.deps.generations = async () => [{ store, zone: 'Europe/Berlin' }]
  const life = makeLife(company, random, { people: 8, days: 40, contacts: 60, jitter: 1 })
  const { files, store: archive } = rowFiles()
  const sources = {
    ...{ index, files: archive, ...archiveReads(table), conversations: conversationStore(table) },
    ...{ outcomes: outcomeStore(table), listening: listeningStore(table), campaigns: campaignStore(table) },
    keyOf: ids.customer,
    contributions: (customer: string, day: string) => contributionsOf(reports, customer, day),
  }
  return { company, random, life, reports, files, write: () => writeDays(sources, () => true) }
}

const sorted = (files: Map<string, ArchiveRow[]>) =>
  [...files].map(([name, rows]) => [name, rows.map(row => JSON.stringify(row)).sort()]).sort()

test('whatever happens, and whenever it is written, the files hold what every customer contributes', async () => {
  const { company, random, life, reports, files, write } = await archivedCompany()
  for (let round = 0; round < 4; round++) {
    for (let n = 0; n < 15; n++) await life.happen(60)
    await company.joinConversations()
    await company.drain(random, () => 1 + random.below(2), 2)
    await write()
  }
  const expected = new Map<string, ArchiveRow[]>()
  for (const customer of company.customers)
    for (const { atoms } of await reports.vectors(customer))
      for (const atom of atoms) {
        const name = partitionKey({ dataset: 'contributions', day: atom.day })
        expected.set(name, [...(expected.get(name) ?? []), ...contributionRows(customer, atom)])
      }
  expect(expected.size).toBeGreaterThan(10)
  expect(sorted(files)).toEqual(sorted(expected))

  const inbound = [...files.values()].flat().filter(({ metric }) => metric === 'inbound')
  const span = { grain: 'month', by: 'all', from: '2025-01', to: '2027-12', metrics: ['inbound'] } as const
  const counted = (await readFigures(reports, span)).map(({ n }) => n)
  const sum = (all: readonly number[]) => all.reduce((total, n) => total + n, 0)
  expect(sum(inbound.map(({ amount }) => Number(amount)))).toBe(sum(counted))
})

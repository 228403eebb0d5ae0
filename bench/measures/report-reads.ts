import { campaignStore } from '../../adapters/dynamodb/campaign-store.ts'
import { currentReports } from '../../adapters/dynamodb/current-reports.ts'
import { listeningStore } from '../../adapters/dynamodb/listening-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { reportQuerySchema } from '../../core/api/report.ts'
import { cellReports } from '../../core/catalogue/catalogue.ts'
import { topics } from '../../core/catalogue/reports/topics.ts'
import { runReport } from '../../core/catalogue/run-report.ts'
import { startDynoxide } from '../../local/engines/dynoxide.ts'
import { createTable, startOnDisk } from '../../test/tables-on-disk.ts'
import { watchConsumption } from '../consumed.ts'
import type { Figure, Measure } from '../measure.ts'
import { fillReports } from './report-cells.ts'

const now = '2026-12-31T12:00:00.000Z'
const year = { from: '2026-01-01', to: '2026-12-31' }

/** What it takes to answer any report over a year, each by every dimension it knows, with the year before. */
export const reportReads: Measure = {
  name: 'report-reads',
  about: 'Queries, units and time of every report over a year, of 10,000 and 1,000,000 contacts',
  run,
}

/** `dearest` is the report of the most units. */
type Cost = { queries: number; units: number; ms: number; dearest: string }

async function run(): Promise<Figure[]> {
  const { client, stop } = await startOnDisk(startDynoxide)
  if (client === undefined) throw new Error('the engine has no client')
  const watch = watchConsumption(client)
  try {
    const worst: Cost[] = []
    for (const contacts of [10_000, 1_000_000]) {
      const table = await createTable(client, `reports-${contacts}`, false)
      await fillReports(table, contacts, [2025, 2026])
      worst.push(await worstOf(table, watch.since))
    }
    const [few, many] = worst
    if (few === undefined || many === undefined) throw new Error('nothing was measured')
    return [
      { name: 'dearest report, 10,000 contacts a year', value: few.units, unit: 'RCU', reach: { most: 60 } },
      { name: `the same, 1,000,000 contacts (${many.dearest})`, value: many.units, unit: 'RCU', reach: { most: 60 } },
      { name: 'the second, in parts of the first', value: many.units / few.units, unit: 'times', reach: { most: 1.1 } },
      { name: 'most Queries of a report', value: many.queries, unit: 'Queries', reach: { most: 12 } },
      { name: 'slowest report, 1,000,000 contacts', value: many.ms, unit: 'ms' },
    ]
  } finally {
    await stop()
  }
}

/** The most of each, over all reports; the read of the settings is no Query. */
async function worstOf(table: Table, since: ReturnType<typeof watchConsumption>['since']): Promise<Cost> {
  const worst: Cost = { queries: 0, units: 0, ms: 0, dearest: '' }
  const reads = {
    currentReports: currentReports(table),
    campaigns: campaignStore(table),
    listening: listeningStore(table),
  }
  for (const { name, by } of [...cellReports, topics])
    for (const one of by) {
      const query = reportQuerySchema.parse({ ...year, by: one, compare: 'before' })
      const begun = performance.now()
      const used = await since(() => runReport(reads, name, query, now))
      worst.ms = Math.max(worst.ms, performance.now() - begun)
      worst.queries = Math.max(worst.queries, used.calls - 1)
      if (used.readUnits > worst.units) worst.dearest = `${name} by ${one}`
      worst.units = Math.max(worst.units, used.readUnits)
    }
  return worst
}

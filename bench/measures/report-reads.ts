import { campaignStore } from '../../adapters/dynamodb/campaign-store.ts'
import { currentReports } from '../../adapters/dynamodb/current-reports.ts'
import { listeningStore } from '../../adapters/dynamodb/listening-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { reportQuerySchema } from '../../core/api/report.ts'
import { cellReports } from '../../core/catalogue/catalogue.ts'
import type { CatalogueReads } from '../../core/catalogue/catalogue-reads.ts'
import { shareOfVoice } from '../../core/catalogue/reports/share-of-voice.ts'
import { topics } from '../../core/catalogue/reports/topics.ts'
import { runReport } from '../../core/catalogue/run-report.ts'
import type { CellRange, PeriodCells } from '../../core/report/cells.ts'
import { startDynoxide } from '../../local/engines/dynoxide.ts'
import { createTable, startOnDisk } from '../../test/tables-on-disk.ts'
import { watchConsumption } from '../consumed.ts'
import type { Figure, Measure } from '../measure.ts'
import { fillMentions } from './mention-months.ts'
import { fillReports } from './report-cells.ts'

const now = '2026-12-31T12:00:00.000Z'
const year = { from: '2026-01-01', to: '2026-12-31' }

/** What it takes to answer any report over a year, each by every dimension it knows, with the year before. */
export const reportReads: Measure = {
  name: 'report-reads',
  about: 'Queries, units and time of every report over a year, of 10,000 and 1,000,000 contacts',
  run,
}

type Cost = { name: string; queries: number; units: number }
type Since = ReturnType<typeof watchConsumption>['since']

async function run(): Promise<Figure[]> {
  const { client, stop } = await startOnDisk(startDynoxide)
  if (client === undefined) throw new Error('the engine has no client')
  const watch = watchConsumption(client)
  try {
    const dearest: Cost[] = []
    let queries = 0
    let ms = 0
    for (const contacts of [10_000, 1_000_000]) {
      const table = await createTable(client, `reports-${contacts}`, false)
      await fillReports(table, contacts, [2025, 2026])
      await fillMentions(table, contacts, [2025, 2026])
      const costs = await costsOf(table, watch.since)
      queries = Math.max(queries, ...costs.map(one => one.queries))
      const [most] = costs.toSorted((a, b) => b.units - a.units)
      if (most === undefined) throw new Error('nothing was measured')
      dearest.push(most)
      ms = await timeOf(table, most)
    }
    const [few, many] = dearest
    if (few === undefined || many === undefined) throw new Error('nothing was measured')
    return [
      { name: `dearest report, 10,000 contacts a year (${few.name})`, ...units(few) },
      { name: `the same, 1,000,000 contacts a year (${many.name})`, ...units(many) },
      { name: 'the second, in parts of the first', value: many.units / few.units, unit: 'times', reach: { most: 1.1 } },
      { name: 'most Queries of a report', value: queries, unit: 'Queries', reach: { most: 12 } },
      { name: 'the dearest report, 1,000,000 contacts', value: ms, unit: 'ms' },
    ]
  } finally {
    await stop()
  }
}

const units = ({ units: value }: Cost): Pick<Figure, 'value' | 'unit' | 'reach'> => ({
  ...{ value, unit: 'RCU', reach: { most: 60 } },
})

const queryOf = (by: string) => reportQuerySchema.parse({ ...year, by, compare: 'before' })

const readsOf = (table: Table): CatalogueReads => ({
  currentReports: currentReports(table),
  campaigns: campaignStore(table),
  listening: listeningStore(table),
})

/** What each report takes, each by every dimension it knows. A Query is made once, and counted for each report that makes it. */
async function costsOf(table: Table, since: Since): Promise<Cost[]> {
  const known = new Map<string, { cells: PeriodCells[]; units: number }>()
  const made: string[] = []
  const { store, ...current } = await currentReports(table)()
  let turn: Promise<unknown> = Promise.resolve()
  const measured = async (name: string, range: CellRange): Promise<PeriodCells[]> => {
    let cells = known.get(name)?.cells
    if (cells) return cells
    const used = await since(async () => {
      cells = await store.cells(range)
    })
    known.set(name, { cells: cells ?? [], units: used.readUnits })
    return cells ?? []
  }
  /** One after the other, so that what each takes is known. */
  const cells = (range: CellRange): Promise<PeriodCells[]> => {
    const name = JSON.stringify(range)
    made.push(name)
    const read = turn.then(() => measured(name, range))
    turn = read
    return read
  }
  const costs: Cost[] = []
  const reads = { ...readsOf(table), currentReports: async () => ({ ...current, store: { ...store, cells } }) }
  for (const { name, by } of [...cellReports, topics])
    for (const one of by) {
      made.length = 0
      await runReport(reads, name, queryOf(one), now)
      const used = made.reduce((sum, query) => sum + (known.get(query)?.units ?? 0), 0)
      costs.push({ name: `${name} by ${one}`, queries: made.length, units: used })
    }
  return [...costs, await costOfVoice(reads, since)]
}

/** It reads no cells, but the sums of panels. */
async function costOfVoice(reads: CatalogueReads, since: Since): Promise<Cost> {
  const used = await since(() => runReport(reads, shareOfVoice.name, queryOf('network'), now))
  return { name: `${shareOfVoice.name} by network`, queries: used.calls, units: used.readUnits }
}

async function timeOf(table: Table, { name }: Cost): Promise<number> {
  const [report = '', by = ''] = name.split(' by ')
  const begun = performance.now()
  await runReport(readsOf(table), report, queryOf(by), now)
  return performance.now() - begun
}

import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { campaignStore } from '../../adapters/dynamodb/campaign-store.ts'
import { listeningStore } from '../../adapters/dynamodb/listening-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { type ReportRow, reportQuerySchema, reportSchema } from '../../core/api/report.ts'
import { cellReports } from '../../core/catalogue/catalogue.ts'
import { reportColumns, reportCsv } from '../../core/catalogue/csv.ts'
import { runReport } from '../../core/catalogue/run-report.ts'
import type { Atom } from '../../core/report/cells.ts'
import { atomsFrom, kept } from './kept.ts'

const now = '2026-03-31T12:00:00.000Z'
const names = fc.constantFrom(...cellReports.map(({ name }) => name))

async function ask(atoms: readonly Atom[], name: string, query: Record<string, string>) {
  const store = await kept(atoms)
  const table = memoryTable()
  const reads = {
    ...{ campaigns: campaignStore(table), listening: listeningStore(table) },
    currentReports: async () => ({ store, zone: 'Etc/UTC' }),
  }
  return reportSchema.parse(await runReport(reads, name, reportQuerySchema.parse(query), now))
}

const march = { from: '2026-03-01', to: '2026-03-31' }
const bounds: Record<string, [number, number]> = { share: [0, 1], score: [-100, 100], seconds: [0, Number.MAX_VALUE] }

function requireBounds({ value = Number.NaN, interval }: ReportRow, unit = ''): void {
  const [least, most] = bounds[unit] ?? [0, 0]
  expect(interval?.low).toBeGreaterThanOrEqual(least)
  expect(interval?.low).toBeLessThanOrEqual(value)
  expect(interval?.high).toBeGreaterThanOrEqual(value)
  expect(interval?.high).toBeLessThanOrEqual(most)
}

const atoms = atomsFrom('2026-02-01', 59)

test('shares lie between 0 and 1, scores between −100 and 100, each within its interval', async () => {
  await fc.assert(
    fc.asyncProperty(atoms, names, fc.constantFrom('all', 'channel'), async (facts, name, by) => {
      const asked = cellReports.find(report => report.name === name)?.by.some(one => one === by)
      const report = await ask(facts, name, { ...march, ...(asked && { by }) })
      const units = new Map(report.figures.map(({ id, unit, certainty }) => [id, { unit, certainty }]))
      for (const row of [...report.totals, ...report.rows]) {
        if (row.value === undefined) expect(row.n).toBe(0)
        else if (units.get(row.figure)?.certainty === 'interval') requireBounds(row, units.get(row.figure)?.unit)
      }
    }),
    { numRuns: 40 },
  )
})

test('contacts by channel, and by day, add up to the total', async () => {
  await fc.assert(
    fc.asyncProperty(atoms, async facts => {
      for (const query of [{ by: 'channel' }, { grain: 'day' }, { by: 'channel', grain: 'day' }, { grain: 'month' }]) {
        const { totals, rows } = await ask(facts, 'volume', { ...march, ...query })
        const [total] = totals.filter(({ figure }) => figure === 'inbound')
        const parts = rows.filter(({ figure }) => figure === 'inbound')
        expect(parts.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(total?.value)
        expect(total?.value).toBe(facts.filter(({ day }) => day.startsWith('2026-03')).length)
      }
    }),
    { numRuns: 20 },
  )
})

test('what stands there as the period before is the report of that period', async () => {
  await fc.assert(
    fc.asyncProperty(atoms, names, async (facts, name) => {
      const report = await ask(facts, name, { ...march, grain: 'total' })
      expect(report.before).toEqual({ from: '2026-02-01', to: '2026-02-28' })
      const earlier = await ask(facts, name, { from: '2026-02-01', to: '2026-02-28', grain: 'total' })
      const plain = (rows: typeof report.totals) => rows.map(({ value, n, interval }) => ({ value, n, interval }))
      expect(report.totals.map(({ before }) => ({ value: undefined, interval: undefined, ...before }))).toEqual(
        plain(earlier.totals),
      )
    }),
    { numRuns: 30 },
  )
})

test('a CSV read back is the report', async () => {
  await fc.assert(
    fc.asyncProperty(atoms, names, async (facts, name) => {
      const report = await ask(facts, name, march)
      const [head, ...lines] = parse(reportCsv(report), { record_delimiter: '\r\n' })
      expect(head).toEqual(reportColumns)
      const whole = report.by === 'all' && report.grain === 'total' ? [] : report.totals
      const rows = [...whole, ...report.rows]
      expect(lines).toHaveLength(rows.length)
      for (const [at, row] of rows.entries()) {
        const line = Object.fromEntries(reportColumns.map((column, n) => [column, lines[at]?.[n]]))
        expect(line).toMatchObject({
          ...{ report: name, figure: row.figure, key: row.key, other: row.other ?? '', period: row.period ?? '' },
          ...{ value: String(row.value ?? ''), n: String(row.n), low: String(row.interval?.low ?? '') },
          before: String(row.before?.value ?? ''),
        })
      }
    }),
    { numRuns: 20 },
  )
})

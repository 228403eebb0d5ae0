import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parquetFile } from '../../adapters/parquet/parquet-file.ts'
import { type Dataset, datasets, partitionKey } from '../../core/archive/datasets.ts'
import type { ArchiveRow } from '../../core/archive/rows.ts'
import { composeQuery } from '../../core/archive/views.ts'
import { DuckSession } from '../../local/sql/duck-session.ts'
import { type Figure, type Measure, median } from '../measure.ts'

const [allContacts, allCustomers, allDays, allOutcomes] = [1_000_000, 250_000, 365, 50_000]
const memoryMegabytes = 1000
const tries = 3

/** Each reads every contact; the first four also count or order them by customer. */
const heaviest = [
  'SELECT * FROM volume_by_day ORDER BY day, channel, department, direction LIMIT 100',
  'SELECT * FROM repeats_by_day ORDER BY day, channel LIMIT 100',
  'SELECT * FROM channel_switches ORDER BY month, contacts DESC LIMIT 100',
  'SELECT department, count(*) AS answered, avg(seconds) AS seconds FROM first_answers WHERE seconds IS NOT NULL GROUP BY department',
  'SELECT kind, count(*) AS outcomes, avg(contacts) AS contacts FROM outcomes_after_contacts GROUP BY kind',
]

/** A company of a million contacts in a year, archived, and the views that read the most of it. */
export const sqlMeasure: Measure = {
  name: 'sql',
  about: 'ad hoc queries over 1,000,000 archived contacts (DuckDB, at most 1,000 MB and two threads)',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-sql-'))
    try {
      const started = performance.now()
      const files = await fill(folder)
      const filled = (performance.now() - started) / 1000
      const bytes = [...files.values()].flat().reduce((sum, { size }) => sum + size, 0)
      const session = await DuckSession.open({ folder, memoryMegabytes }, dataset =>
        (files.get(dataset) ?? []).map(({ path }) => path),
      )
      const figures = await ask(session)
      session.close()
      return [
        { name: 'writing 1,000,000 contacts to Parquet', value: filled, unit: 's' },
        { name: 'their files, a contact', value: bytes / allContacts, unit: 'B' },
        ...figures,
      ]
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

async function ask(session: DuckSession): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const sql of heaviest) {
    const composed = composeQuery(sql, false)
    if ('refusal' in composed) throw new Error(composed.refusal)
    const times: number[] = []
    const used: number[] = []
    for (let run = 0; run < tries; run++) {
      const [started, cpu] = [performance.now(), process.cpuUsage()]
      await session.ask(composed.sql, 1000)
      times.push((performance.now() - started) / 1000)
      const { user, system } = process.cpuUsage(cpu)
      used.push((user + system) / 1_000_000)
    }
    const name = /FROM (\w+)/.exec(sql)?.[1] ?? ''
    figures.push({ name: `${name}: median of ${tries}`, value: median(times), unit: 's', reach: { most: 2 } })
    figures.push({ name: `${name}: processor, both threads`, value: median(used), unit: 's CPU' })
  }
  return [...figures, { name: 'memory that DuckDB may use', value: memoryMegabytes, unit: 'MB', reach: { most: 1000 } }]
}

type Written = Map<string, { path: string; size: number }[]>

async function fill(folder: string): Promise<Written> {
  const written: Written = new Map()
  const write = async (dataset: Dataset, day: string, rows: ArchiveRow[]) => {
    const bytes = await parquetFile(datasets[dataset].columns, once(rows))
    if (bytes === undefined) return
    const path = join(folder, partitionKey({ dataset, day }))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
    written.set(dataset, [...(written.get(dataset) ?? []), { path, size: bytes.length }])
  }
  const each = Math.ceil(allContacts / allDays)
  for (let at = 0; at < allDays; at++) {
    const day = dayAt(at)
    const count = Math.min(each, allContacts - at * each)
    await write(
      'contacts',
      day,
      range(count, n => contactAt(at * each + n, day)),
    )
    const members = Math.ceil(allCustomers / allDays)
    await write(
      'memberships',
      day,
      range(members, n => memberAt(at * members + n, day)),
    )
    await write(
      'outcomes',
      day,
      range(Math.ceil(allOutcomes / allDays), n => outcomeAt(at * 1000 + n, day)),
    )
  }
  return written
}

async function* once(rows: ArchiveRow[]): AsyncGenerator<ArchiveRow[]> {
  yield rows
}

const range = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))
const dayAt = (at: number): string => new Date(Date.UTC(2025, 0, 1) + at * 86_400_000).toISOString().slice(0, 10)
const timeAt = (day: string, n: number): string =>
  new Date(Date.parse(day) + ((n * 7919) % 86_400) * 1000).toISOString()

/** Spread over the customers by a large prime, so that histories are of every length. */
const streamOf = (n: number): string => `cus_${((n * 104_729) % allCustomers).toString(36).padStart(26, 'a')}`
const channels = ['phone', 'email', 'social', 'message', 'web'] as const
const departments = ['service', 'social', 'sales', 'billing'] as const
const words = 'Where is my order? It was meant to come last week, and nobody could tell me on the phone. '

function contactAt(n: number, day: string): ArchiveRow {
  const at = timeAt(day, n)
  const said = `${words.slice(0, 40 + (n % 50))}Order ${100_000 + (n % 90_000)}.`
  return {
    contact_id: `c${n.toString(36).padStart(31, '0')}`,
    stream_key: streamOf(n),
    ...{
      identifier_type: 'email',
      identifier: `email:person${n % allCustomers}@example.com`,
      name: `Person ${n % 5000}`,
    },
    ...{ happened_at: at, occurred_at: at, received_at: at, source: 'support', channel: channels[n % 5], kind: 'mail' },
    ...{ direction: n % 3 === 2 ? 'outbound' : 'inbound', brand: 'default', department: departments[n % 4] },
    ...{ conversation_id: `q${((n / 3) | 0).toString(36).padStart(31, '0')}`, language: 'en', attachments: 0 },
    ...{ subject: 'Where is my order?', words: said, masked_subject: 'Where is my order?', masked_words: said },
    deleted: false,
  }
}

const memberAt = (n: number, day: string): ArchiveRow => ({
  ...{ customer: streamOf(n), seq: 1, decided_at: timeAt(day, n), operation: 'identify' },
  ...{ stream_key: streamOf(n), asserted: false },
})

const outcomeAt = (n: number, day: string): ArchiveRow => ({
  ...{ outcome_id: `order-${n}`, kind: n % 9 === 0 ? 'refund' : 'sale', stream_key: streamOf(n * 31) },
  ...{ identifier: 'account:1', happened_at: timeAt(day, n), amount_minor: 1000 + (n % 9000), currency: 'GBP' },
})

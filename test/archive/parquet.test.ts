import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { parquetReadObjects } from 'hyparquet'
import { expect, test } from 'vitest'
import { parquetFile } from '../../adapters/parquet/parquet-file.ts'
import { type Column, datasets } from '../../core/archive/datasets.ts'
import { type ArchiveRow, contactRow } from '../../core/archive/rows.ts'
import { stateOf } from '../../core/contact/contact-state.ts'
import { streamName } from '../../core/contact/stream.ts'
import { tempDir } from '../local/temp-dir.ts'
import { alice, mail } from '../timeline/contacts.ts'

async function* pages(...rows: ArchiveRow[][]) {
  yield* rows
}

const columns: Column[] = [
  { name: 'word', type: 'text', about: '' },
  { name: 'many', type: 'whole', about: '' },
  { name: 'share', type: 'number', about: '' },
  { name: 'so', type: 'truth', about: '' },
  { name: 'moment', type: 'time', about: '' },
]
const rows: ArchiveRow[] = [
  { word: 'añ 日本 🙂', many: 9_007_199_254_740_991, share: 0.25, so: true, moment: '2026-03-01T09:00:00.123Z' },
  { word: undefined, many: undefined, share: undefined, so: undefined, moment: undefined },
  { word: 'b', many: 0, share: -1, so: false, moment: '1969-12-31T23:59:59.999Z' },
]

const bufferOf = (bytes: Uint8Array): ArrayBuffer => {
  const buffer = new ArrayBuffer(bytes.length)
  new Uint8Array(buffer).set(bytes)
  return buffer
}

test('what is written is read back: every type, absent values, in pages', async () => {
  const bytes = await parquetFile(columns, pages(rows.slice(0, 1), rows.slice(1)))
  const read = await parquetReadObjects({ file: bufferOf(bytes ?? new Uint8Array()) })
  expect(read).toEqual([
    {
      word: 'añ 日本 🙂',
      many: 9007199254740991n,
      share: 0.25,
      so: true,
      moment: new Date('2026-03-01T09:00:00.123Z'),
    },
    { word: null, many: null, share: null, so: null, moment: null },
    { word: 'b', many: 0n, share: -1, so: false, moment: new Date('1969-12-31T23:59:59.999Z') },
  ])
  expect(await parquetFile(columns, pages())).toBeUndefined()
})

test('DuckDB reads the same, times without a zone', async () => {
  const bytes = await parquetFile(columns, pages(rows))
  const folder = join(tempDir(), 'day=2026-03-01')
  mkdirSync(folder)
  writeFileSync(join(folder, 'x.parquet'), bytes ?? '')
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const from = `read_parquet('${folder}/*.parquet', hive_partitioning = true)`
  const read = await connection.runAndReadAll(
    `select word, many, so, cast(moment as varchar), typeof(moment), cast(day as varchar) from ${from}`,
  )
  expect(read.getRowsJson()).toEqual([
    ['añ 日本 🙂', '9007199254740991', true, '2026-03-01 09:00:00.123', 'TIMESTAMP', '2026-03-01'],
    [null, null, null, null, 'TIMESTAMP', '2026-03-01'],
    ['b', '0', false, '1969-12-31 23:59:59.999', 'TIMESTAMP', '2026-03-01'],
  ])
  connection.closeSync()
})

test('a contact fills its columns and no others; who somebody is stands in personal columns alone', () => {
  const said = { text: 'I am Alice, call +44 20 7946 0018', subject: 'from alice@example.com' }
  const entry = { type: 'contact' as const, entryId: 'c', version: 1, state: stateOf(mail('a', said)) }
  const place = { stream: streamName(alice), sortAt: '2026-03-01T09:00:00.000Z' }
  const row = contactRow({ ...entry, place }, () => 'cus_key')
  const names = datasets.contacts.columns.map(({ name }) => name)
  expect(Object.keys(row).sort()).toEqual([...names].sort())
  const open = datasets.contacts.columns.filter(column => !('personal' in column)).map(({ name }) => row[name])
  expect(JSON.stringify(open)).not.toMatch(/alice|7946/i)
  expect(row).toMatchObject({ words: said.text, subject: said.subject, name: 'Alice' })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { readStatement } from '../../core/archive/statement.ts'
import { composeQuery } from '../../core/archive/views.ts'
import { DuckSession, QueryRefused } from '../../local/sql/duck-session.ts'
import { alice, mail } from '../timeline/contacts.ts'
import { askedWorld } from './archive-on-disk.ts'

let session: DuckSession
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-sql-'))
  session = await DuckSession.open({ folder, memoryMegabytes: 200, threads: 1 }, () => [])
  return () => {
    session.close()
    rmSync(folder, { recursive: true })
  }
})

/** Queries that would read, write or change something else than the views. */
const hostile = [
  "SELECT * FROM read_text('/etc/hostname')",
  "SELECT * FROM read_csv('/etc/passwd')",
  "SELECT * FROM '/etc/hostname'",
  'SELECT * FROM "/etc/hostname"',
  "SELECT * FROM contacts, '/etc/hostname'",
  "SELECT * FROM glob('/etc/*')",
  'SELECT * FROM stored_contacts',
  'SELECT * FROM "STORED_contacts"',
  'SELECT * FROM main.stored_contacts',
  'SELECT (SELECT max(words) FROM stored_contacts) FROM customers',
  'WITH x AS (SELECT * FROM stored_contacts) SELECT * FROM x',
  'SELECT * FROM duckdb_settings()',
  "SELECT current_setting('allowed_directories')",
  "SELECT getenv('HOME')",
  "SELECT * FROM query('SELECT 1')",
  "SELECT * FROM query_table('stored_contacts')",
  'SELECT * FROM information_schema.tables',
  'SELECT * FROM sqlite_master',
  'SELECT * FROM "stored_contacts$partitions"',
  'SELECT "$path" FROM contacts',
  'SELECT 1; DROP TABLE contacts',
  'SELECT 1; SELECT 2',
  "COPY (SELECT 1) TO 'x.csv'",
  "ATTACH 'x.db'",
  'INSTALL httpfs',
  "LOAD 'x'",
  'PRAGMA version',
  "SET memory_limit = '100GB'",
  'CREATE TABLE t AS SELECT 1',
  'DELETE FROM contacts',
  "UNLOAD (SELECT 1) TO 's3://x/' WITH (format = 'PARQUET')",
  'EXPLAIN ANALYZE SELECT 1',
  'DESCRIBE contacts',
  'SHOW TABLES',
  'CALL pragma_version()',
  'WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT * FROM r',
  'SELECT /* hidden */ 1 FROM /* x */ stored_contacts',
  "SELECT * FROM contacts WHERE words = $$it's$$",
  "SELECT E'\\'' FROM contacts",
  'SELECT * FROM contacts WHERE name = ?',
  "SELECT 'not closed",
  '',
  '   ',
]

describe('refused before any engine is asked, or by the engine', () => {
  test.each(hostile)('%s', async sql => {
    const composed = composeQuery(sql, true)
    if ('refusal' in composed) return expect(composed.refusal).toMatch(/^[A-Z].+\.$/)
    await expect(session.ask(composed.sql, 10)).rejects.toThrow(QueryRefused)
  })
})

/** What reaches the engine past our own reading of it: the engine's own lock and syntax tree must do. */
const pastReading = hostile.filter(
  sql => sql.trim() !== '' && !/information_schema|sqlite_master|stored_|SELECT 'not|EXPLAIN|E'/i.test(sql),
)

describe('refused by DuckDB alone, were our reading left out', () => {
  test.each(pastReading.filter(sql => !/RECURSIVE|getenv|\$path|current_setting|\$\$|= \?/.test(sql)))(
    '%s',
    async sql => {
      await expect(session.ask(sql, 10)).rejects.toThrow(QueryRefused)
    },
  )
})

test('what is asked of the engine is what was read: no comment, text or quoted name moves the end of a token', () => {
  const piece = fc.constantFrom("'", "''", '"', '--', '/*', '*/', '\n', 'a', ' ', 'stored_contacts', ',', '(', ')', ';')
  const law = fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
    const read = readStatement(`SELECT ${pieces.join('')}`)
    if ('refusal' in read) return
    const written = read.tokens.map(({ text }) => text).join(' ')
    const again = readStatement(written)
    expect('tokens' in again && again.tokens).toEqual(read.tokens)
    expect(read.names.has('stored_contacts')).toBe(false)
  })
  fc.assert(law, { numRuns: 500 })
})

test.each([
  "SELECT 'it''s -- not a comment; nor /* this */' AS \"a b\", 1.5e3, x[1], -2 FROM (VALUES (1)) AS t(x)",
  "SELECT channel, count(*) FILTER (WHERE direction = 'inbound') FROM contacts GROUP BY channel HAVING count(*) >= 1;",
  'WITH mine AS (SELECT customer FROM customers) SELECT count(*) FROM mine JOIN contacts USING (customer)',
  "SELECT date '2026-03-01' + INTERVAL '7' DAY, contacts.channel || '!' FROM contacts -- the end",
])('a query of our own people runs: %s', async sql => {
  const world = askedWorld()
  await world.receive(mail('a', { from: { identifier: alice } }))
  await world.archive()
  const asked = sql.includes('VALUES') ? sql.replace(', x[1]', '') : sql
  expect((await world.ask(asked)).length).toBeGreaterThan(0)
})

test('an answer has at most so many rows, and says that there are more', async () => {
  const answer = await session.ask('SELECT * FROM range(50) r(n)', 10)
  expect([answer.rows.length, answer.more]).toEqual([10, true])
  expect((await session.ask('SELECT * FROM range(10) r(n)', 10)).more).toBe(false)
})

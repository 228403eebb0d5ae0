import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importStore } from '../../adapters/dynamodb/import-store.ts'
import type { Import, RowOutcome, RowResult } from '../../core/import/import.ts'
import { describeOnEveryTable } from '../engines.ts'

const awaiting: Import = {
  v: 1,
  id: 'import-1',
  kind: 'mbox',
  source: 'support',
  object: 'files/mbox/support/import-1',
  createdAt: '2026-03-01T10:00:00.000Z',
  createdBy: 'olga',
  state: 'awaiting upload',
  checkpoint: { rows: 0, bytes: 0 },
  version: 1,
}

const row = (line: number, outcome: RowOutcome, reason?: string): RowResult => ({
  importId: 'import-1',
  line,
  outcome,
  ...(reason !== undefined && { reason }),
})

describeOnEveryTable('import store', makeTable => {
  test('an import is created once, and changed by whoever saw its latest version', async () => {
    const store = importStore(await makeTable())
    expect(await store.read('import-1')).toBeUndefined()
    expect(await store.write(awaiting, undefined)).toBe(true)
    expect(await store.write(awaiting, undefined)).toBe(false)
    const reading: Import = { ...awaiting, state: 'reading', checkpoint: { rows: 1000, bytes: 4096 }, version: 2 }
    expect(await store.write(reading, 1)).toBe(true)
    expect(await store.write({ ...awaiting, version: 2 }, 1)).toBe(false)
    expect(await store.read('import-1')).toEqual(reading)
  })

  test('rows are counted by line: the same outcome again changes nothing', async () => {
    const store = importStore(await makeTable())
    const rows = [row(1, 'added'), row(999, 'added'), row(1000, 'already there'), row(2500, 'not a contact', 'empty')]
    for (let delivery = 0; delivery < 3; delivery++) await store.addOutcomes(rows)
    expect(await store.counts('import-1')).toEqual({ read: 4, added: 2, alreadyThere: 1, notAContact: 1, setAside: 0 })
    expect(await store.counts('import-2')).toEqual({ read: 0, added: 0, alreadyThere: 0, notAContact: 0, setAside: 0 })
  })

  test('reasons are paged in the order of lines', async () => {
    const store = importStore(await makeTable())
    await store.addOutcomes([row(1200, 'set aside', 'no date'), row(7, 'not a contact', 'a heading'), row(8, 'added')])
    await store.addOutcomes([row(40, 'set aside', 'no number')])
    expect(await store.reasons('import-1', 2)).toEqual([
      { line: 7, outcome: 'not a contact', reason: 'a heading' },
      { line: 40, outcome: 'set aside', reason: 'no number' },
    ])
    expect(await store.reasons('import-1', 2, 40)).toEqual([{ line: 1200, outcome: 'set aside', reason: 'no date' }])
    expect(await store.reasons('import-1', 2, 1200)).toEqual([])
  })

  test('a line understood when replayed counts as added, and its reason is gone', async () => {
    const store = importStore(await makeTable())
    await store.addOutcomes([row(1, 'set aside', 'no date'), row(2, 'set aside', 'no date')])
    await store.addOutcomes([row(1, 'added')])
    expect(await store.counts('import-1')).toMatchObject({ read: 2, added: 1, setAside: 1 })
    expect(await store.reasons('import-1', 1)).toEqual([{ line: 2, outcome: 'set aside', reason: 'no date' }])
  })

  test('any cut into batches, order and repetition gives the same counts', async () => {
    const outcomes: RowOutcome[] = ['added', 'already there', 'not a contact', 'set aside']
    const result = fc.record({ line: fc.nat(3000), outcome: fc.constantFrom(...outcomes) })
    const runs = fc.array(result, { minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(runs, fc.integer({ min: 1, max: 10 }), async (results, size) => {
        const once = importStore(await makeTable())
        const rows = results.map(({ line, outcome }) => row(line, outcome))
        await once.addOutcomes(rows)
        const often = importStore(await makeTable())
        const repeated = [...rows.toReversed(), ...rows]
        for (let at = 0; at < repeated.length; at += size) await often.addOutcomes(repeated.slice(at, at + size))
        expect(await often.counts('import-1')).toEqual(await once.counts('import-1'))
        expect((await once.counts('import-1')).read).toBe(new Set(rows.map(({ line }) => line)).size)
      }),
      { numRuns: 15 },
    )
  })
})

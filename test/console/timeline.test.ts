import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowsOf } from '../../console/customer/rows.ts'
import { type StatusOf, type TimelineEntry, withNewest } from '../../console/data/entries.ts'
import { contact } from './contacts.ts'

const at = (n: number): string => new Date(Date.UTC(2026, 2, 1) + n * 60_000).toISOString()
const entryAt = (n: number, text = 'first') => contact({ id: `c${n}`.padStart(5, '0'), sortAt: at(n), text })
const newest = (entries: TimelineEntry[], limit: number) => {
  const sorted = entries.toSorted((a, b) => (a.sortAt < b.sortAt ? 1 : -1))
  return { items: sorted.slice(0, limit), ...(sorted.length > limit && { cursor: 'more' }) }
}

describe('the newest page laid over what is loaded', () => {
  test('shows what the API has, as far down as was loaded, whatever came, changed or went in between', () => {
    const change = fc.record({
      came: fc.integer({ min: 0, max: 8 }),
      changed: fc.integer({ min: 0, max: 30 }),
      gone: fc.integer({ min: 0, max: 30 }),
    })
    fc.assert(
      fc.property(change, ({ came, changed, gone }) => {
        const before = Array.from({ length: 30 }, (_, n) => entryAt(n))
        const loaded = newest(before, 20)
        const after = [
          ...before.map((entry, n) => (n === changed ? entryAt(n, 'second') : entry)).filter((_, n) => n !== gone),
          ...Array.from({ length: came }, (_, n) => entryAt(100 + n)),
        ]
        const now = withNewest({ pages: [loaded], pageParams: [undefined] }, newest(after, 10))
        const shown = now.pages.flatMap(({ items }) => items)
        const reach = newest(after, 10).items.at(-1)?.sortAt ?? ''
        expect(shown.filter(({ sortAt }) => sortAt >= reach)).toEqual(newest(after, 10).items)
        expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length)
      }),
    )
  })

  test('leaves no gap: where it does not reach what is loaded, that is loaded again', () => {
    const page = newest([entryAt(50), entryAt(49), entryAt(48)], 2)
    expect(withNewest({ pages: [newest([entryAt(1)], 5)], pageParams: [undefined] }, page).pages).toEqual([page])
  })
})

test('three changes in a row and more are one row; nothing is lost or moved', () => {
  const status = (n: number): StatusOf => ({
    ...{ type: 'status', id: `s${n}`, sortAt: at(n), at: at(n), asserted: false },
    ...{ actor: 'throughline', conversation: 'x', change: 'priority' },
  })
  const kinds = fc.array(fc.boolean(), { maxLength: 30 })
  fc.assert(
    fc.property(kinds, list => {
      const entries = list.map((isStatus, n) => (isStatus ? status(n) : entryAt(n)))
      const rows = rowsOf(entries)
      expect(rows.flatMap(row => (row.type === 'run' ? row.entries : [row.entry]))).toEqual(entries)
      for (const row of rows) if (row.type === 'run') expect(row.entries.length).toBeGreaterThanOrEqual(3)
    }),
  )
})

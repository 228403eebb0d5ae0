import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hrefOf, targetOf } from '../../console/customer/place.ts'
import { rowsOf } from '../../console/customer/rows.ts'
import { placeOfTime, stepTo } from '../../console/customer/step-to.ts'
import { latestArrival, unreadOf } from '../../console/customer/unread.ts'
import { identityEntries, withIdentity } from '../../console/customer/use-identity-entries.ts'
import { type NoteOf, type StatusOf, type TimelineEntry, withNewest } from '../../console/data/entries.ts'
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
        const now = withNewest({ pages: [loaded], pageParams: [{}] }, newest(after, 10))
        const shown = now.pages.flatMap(({ items }) => items)
        const reach = newest(after, 10).items.at(-1)?.sortAt ?? ''
        expect(shown.filter(({ sortAt }) => sortAt >= reach)).toEqual(newest(after, 10).items)
        expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length)
      }),
    )
  })

  test('leaves no gap: where it does not reach what is loaded, that is loaded again', () => {
    const page = newest([entryAt(50), entryAt(49), entryAt(48)], 2)
    expect(withNewest({ pages: [newest([entryAt(1)], 5)], pageParams: [{}] }, page).pages).toEqual([page])
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

describe('the way to a place on the timeline', () => {
  const loaded = { hasOlder: true, hasNewer: false, allUnread: false }
  const rows = rowsOf([5, 4, 3].map(n => entryAt(n)))

  test('what is loaded is shown, and what is not is loaded from there', () => {
    expect(stepTo({ to: 'entry', entry: '000c3' }, { ...loaded, rows })).toEqual({ do: 'show', at: 2 })
    expect(stepTo({ to: 'entry', entry: 'x' }, { ...loaded, rows })).toEqual({ do: 'start', start: { entry: 'x' } })
    expect(stepTo({ to: 'time', until: at(4) }, { ...loaded, rows })).toEqual({ do: 'show', at: 1 })
    expect(stepTo({ to: 'time', until: at(1) }, { ...loaded, rows })).toMatchObject({ do: 'start' })
    expect(stepTo({ to: 'time', until: at(1) }, { ...loaded, rows, hasOlder: false })).toEqual({ do: 'show', at: 2 })
    expect(stepTo({ to: 'time', until: at(9) }, { ...loaded, rows, hasNewer: true })).toMatchObject({ do: 'start' })
  })

  test('a moment is its newest row at or before it, whether or not more is loaded above', () => {
    expect([9, 4, 3, 1].map(n => placeOfTime(at(n), rows))).toEqual([0, 1, 2, 2])
  })

  test('what is unread is reached by loading older pages, and reading begins with the oldest of it', () => {
    expect(stepTo({ to: 'unread' }, { ...loaded, rows, allUnread: true })).toEqual({ do: 'load older' })
    const marked = rowsOf(
      [5, 4, 3].map(n => entryAt(n)),
      { count: 2, oldest: '000c4' },
    )
    expect(marked.map(({ id }) => id)).toEqual(['000c5', '000c4', 'unread', '000c3'])
    expect(stepTo({ to: 'unread' }, { ...loaded, rows: marked })).toEqual({ do: 'show', at: 1 })
    expect(stepTo({ to: 'unread' }, { ...loaded, rows })).toEqual({ do: 'nothing' })
  })

  test('a day ends where the reader is, and an address says the place', () => {
    const until = (day: string, zone: string) => targetOf({ at: day }, zone)
    expect(until('2026-03-01', 'UTC')).toEqual({ to: 'time', until: '2026-03-01T23:59:59.999Z' })
    expect(until('2026-03-01', 'Europe/Berlin')).toEqual({ to: 'time', until: '2026-03-01T22:59:59.999Z' })
    expect(until('2026-07-01', 'America/New_York')).toEqual({ to: 'time', until: '2026-07-02T03:59:59.999Z' })
    for (const none of ['yesterday', '2026-02-31x', '']) expect(until(none, 'UTC')).toBeUndefined()
    expect(hrefOf('/customers/a', { channel: 'phone', at: 'unread' })).toBe('/customers/a?channel=phone&at=unread')
    expect(hrefOf('/customers/a', { channel: 'all' })).toBe('/customers/a')
  })
})

test('unread is what arrived after the mark, late entries too, and nothing that one did oneself', () => {
  const note = (n: number, who: string): NoteOf => ({
    ...{ type: 'note', id: `n${n}`, sortAt: at(n), at: at(n), asserted: false, text: 'Note.', mentions: [] },
    actor: `Somebody (${who})`,
  })
  const late = { ...entryAt(1), receivedAt: at(9) }
  const entries = [note(8, 'anna'), note(7, 'ben'), { ...entryAt(3), receivedAt: at(3) }, late]
  expect(unreadOf(entries, at(5), 'anna').map(({ id }) => id)).toEqual(['n7', late.id])
  expect(unreadOf(entries, undefined, 'anna')).toEqual([])
  expect(latestArrival(entries)).toBe(at(9))
})

test('decisions about who somebody is stand in their place, as far as the timeline is loaded', () => {
  const decision = (seq: number, kind: 'identify' | 'merge', ids: string[]) => ({
    ...{ seq, kind, at: at(seq), by: 'throughline', changes: [] },
    before: { identifiers: [{ type: 'email', value: 'a', display: 'a', asserted: false } as const] },
    after: { identifiers: ids.map(value => ({ type: 'email', value, display: value, asserted: false }) as const) },
  })
  const items = [decision(9, 'merge', ['a', 'b']), decision(4, 'identify', ['a']), decision(2, 'identify', ['a', 'c'])]
  const decisions = identityEntries({ items })
  expect(decisions.map(({ id }) => id)).toEqual(['identity-9', 'identity-2'])
  const entries = [5, 3].map(n => entryAt(n))
  const ids = (toNewest: boolean, toOldest: boolean) =>
    withIdentity(entries, decisions, { toNewest, toOldest }).map(({ id }) => id)
  expect(ids(true, true)).toEqual(['identity-9', '000c5', '000c3', 'identity-2'])
  expect(ids(false, false)).toEqual(['000c5', '000c3'])
})

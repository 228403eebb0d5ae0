import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Placed, steady } from '../../console/queue/steady.ts'

const row = (id: string) => ({ id })
const here = (...ids: string[]): Placed<{ id: string }>[] => ids.map(id => ({ row: row(id), state: 'here' }))
const shown = ({ placed }: { placed: readonly Placed<{ id: string }>[] }) =>
  placed.flatMap(({ row: { id }, state }) => (state === 'sent' ? [] : [state === 'gone' ? `${id}?` : id]))
const none: ReadonlySet<string> = new Set()

describe('a list that is held still', () => {
  test('counts what would push others down, and adds what comes below', () => {
    const next = steady(here('b', 'c'), ['a', 'b', 'c', 'd'].map(row), none)
    expect([shown(next), next.news]).toEqual([['b', 'c', 'd'], 1])
  })

  test('says what somebody else took away, where it stood; what the person sent away is gone at once', () => {
    const next = steady(here('a', 'b', 'c'), [row('c')], new Set(['a']))
    expect(shown(next)).toEqual(['b?', 'c'])
    expect(shown(steady(next.placed, ['a', 'c'].map(row), new Set(['a'])))).toEqual(['a', 'b?', 'c'])
  })

  test('shows everything once it was empty', () => {
    expect(shown(steady([], ['a', 'b'].map(row), none))).toEqual(['a', 'b'])
  })

  const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 })
  test('never moves what was shown, loses and repeats nothing, and the same rows again change nothing', () => {
    fc.assert(
      fc.property(ids, ids, fc.subarray([...'abcdefgh']), (before, fresh, sentAway) => {
        const sent = new Set(sentAway)
        const next = steady(here(...before), fresh.map(row), sent)
        const after = next.placed.map(({ row: { id } }) => id)
        expect(after.slice(0, before.length)).toEqual(before)
        expect(new Set(after).size).toBe(after.length)
        expect(fresh.filter(id => !after.includes(id))).toHaveLength(next.news)
        expect(steady(next.placed, fresh.map(row), sent)).toEqual(next)
      }),
      { numRuns: 100 },
    )
  })
})

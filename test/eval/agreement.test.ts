import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementOf } from '../../bench/eval/topics/agreement.ts'
import { leastCost } from '../../bench/eval/topics/least-cost.ts'

const placed = (put: string, belongs: string) => [...put].map((one, at) => ({ put: one, belongs: belongs[at] ?? '' }))

describe('agreement with what people marked', () => {
  it('is whole for the same partition under other names', () => {
    const { nmi, ari, acc } = agreementOf(placed('aabbcc', 'zzyyxx'))
    expect(nmi).toBeCloseTo(100)
    expect(ari).toBeCloseTo(100)
    expect(acc).toBe(100)
  })

  it('is what a textbook says', () => {
    // Manning, Raghavan, Schütze, "Introduction to Information Retrieval", figure 16.4: NMI 0.36, adjusted Rand 0.24.
    const { nmi, ari, acc } = agreementOf(placed('11111122222233333', 'xxxxxoxoooodxxddd'))
    expect(nmi / 100).toBeCloseTo(0.36, 2)
    expect(ari / 100).toBeCloseTo(0.24, 2)
    expect(acc).toBeCloseTo((100 * 12) / 17)
  })

  it('gains nothing by putting everything together or everything apart', () => {
    expect(agreementOf(placed('aaaa', 'xxyy')).ari).toBe(0)
    expect(agreementOf(placed('abcd', 'xxyy'))).toMatchObject({ ari: 0, acc: 50 })
  })
})

it('the least cost is that of the best of all permutations', () => {
  const square = fc.integer({ min: 1, max: 5 }).chain(size =>
    fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: size, maxLength: size }), {
      minLength: size,
      maxLength: size,
    }),
  )
  const best = (cost: number[][], rows: number[] = []): number =>
    rows.length === cost.length
      ? rows.reduce((sum, row, column) => sum + (cost[row]?.[column] ?? 0), 0)
      : Math.min(...cost.flatMap((_, row) => (rows.includes(row) ? [] : [best(cost, [...rows, row])])))
  fc.assert(
    fc.property(square, cost => {
      expect(leastCost(cost)).toBeCloseTo(best(cost))
    }),
    { numRuns: 60 },
  )
})

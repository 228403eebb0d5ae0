/** Where a contact was put, and where it belongs. A contact that was put nowhere stands alone. */
export type Placed = { put: string | undefined; belongs: string }

/** Pairs of contacts of one customer: put together, belonging together, both. */
export type Pairs = { put: number; belong: number; both: number }

export const noPairs: Pairs = { put: 0, belong: 0, both: 0 }

export function pairsOf(placed: readonly Placed[]): Pairs {
  const pairs = { ...noPairs }
  for (const [at, one] of placed.entries()) {
    for (const other of placed.slice(at + 1)) {
      const put = one.put !== undefined && one.put === other.put
      const belong = one.belongs === other.belongs
      pairs.put += put ? 1 : 0
      pairs.belong += belong ? 1 : 0
      pairs.both += put && belong ? 1 : 0
    }
  }
  return pairs
}

export const sumOf = (a: Pairs, b: Pairs): Pairs => ({
  put: a.put + b.put,
  belong: a.belong + b.belong,
  both: a.both + b.both,
})

/** Of those put together, how many belong together; 1 where none was. */
export const precisionOf = ({ put, both }: Pairs): number => (put === 0 ? 1 : both / put)

/** Of those that belong together, how many were put so; 1 where none does. */
export const recallOf = ({ belong, both }: Pairs): number => (belong === 0 ? 1 : both / belong)

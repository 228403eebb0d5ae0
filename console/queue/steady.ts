/** A row as it stands in a list that is held still: there, gone to another list, or sent away by the person themselves. */
export type Placed<Row> = { row: Row; state: 'here' | 'gone' | 'sent' }

/** The list as it is shown, and how many rows wait to be shown. */
export type Steady<Row> = { placed: readonly Placed<Row>[]; news: number }

/**
 * A list that does not move under somebody's hand: what was shown keeps its place and shows what is known of it now, what
 * left says so, what comes below is added, and what would push others down is only counted. `sent` are the ids that the
 * person's own acts took away. Steadying again with the same rows changes nothing.
 */
export function steady<Row extends { id: string }>(
  held: readonly Placed<Row>[],
  fresh: readonly Row[],
  sent: ReadonlySet<string>,
): Steady<Row> {
  const now = new Map(fresh.map(row => [row.id, row]))
  const known = new Set(held.map(({ row }) => row.id))
  const kept = held.map(({ row }): Placed<Row> => {
    const current = now.get(row.id)
    if (current) return { row: current, state: 'here' }
    return { row, state: sent.has(row.id) ? 'sent' : 'gone' }
  })
  const lastKnown = fresh.findLastIndex(({ id }) => known.has(id))
  const below = fresh.slice(lastKnown + 1)
  const added = kept.length === 0 || lastKnown >= 0 ? below : []
  const news = fresh.length - added.length - fresh.filter(({ id }) => known.has(id)).length
  return { placed: [...kept, ...added.map((row): Placed<Row> => ({ row, state: 'here' }))], news }
}

export const unheld = <Row>(fresh: readonly Row[]): Steady<Row> => ({
  placed: fresh.map(row => ({ row, state: 'here' })),
  news: 0,
})

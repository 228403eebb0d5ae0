/** What a text was clustered to before (none, if it was not there), and now. */
export type Reclustered = { was: string | undefined; now: number }

/**
 * The ids of new clusters: each takes that of the old topic it shares most texts with, where at least half of the
 * smaller of the two is shared and no other cluster shares more; the rest get new ones from `newId`. Pinned topics are
 * kept at a third. What is greedy is so from the largest share on, so that equal input gives equal ids.
 */
export function keepIds(
  texts: readonly Reclustered[],
  pinned: ReadonlySet<string>,
  newId: (cluster: number) => string,
): Map<number, string> {
  const before = countsOf(texts.map(({ was }) => was))
  const now = countsOf(texts.map(text => text.now))
  const ids = new Map<number, string>()
  const taken = new Set<string>()
  for (const { cluster, topic, shared } of overlaps(texts)) {
    const smaller = Math.min(before.get(topic) ?? 0, now.get(cluster) ?? 0)
    const enough = shared >= smaller * (pinned.has(topic) ? 1 / 3 : 1 / 2)
    if (!enough || ids.has(cluster) || taken.has(topic)) continue
    ids.set(cluster, topic)
    taken.add(topic)
  }
  for (const cluster of [...now.keys()].sort((a, b) => a - b)) if (!ids.has(cluster)) ids.set(cluster, newId(cluster))
  return ids
}

type Overlap = { cluster: number; topic: string; shared: number }

/** Each pair of a cluster and a topic that share texts, the largest share first. */
function overlaps(texts: readonly Reclustered[]): Overlap[] {
  const found = new Map<string, Overlap>()
  for (const { was, now } of texts) {
    if (was === undefined) continue
    const key = `${now}#${was}`
    const { shared } = found.get(key) ?? { shared: 0 }
    found.set(key, { cluster: now, topic: was, shared: shared + 1 })
  }
  return [...found.values()].sort(
    (a, b) => b.shared - a.shared || (a.topic < b.topic ? -1 : a.topic > b.topic ? 1 : a.cluster - b.cluster),
  )
}

function countsOf<T>(values: readonly (T | undefined)[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

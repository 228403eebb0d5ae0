import { type Assign, assigner } from '../../../core/topic/assign.ts'
import { clustersOf } from '../../../core/topic/cluster.ts'
import { exemplarsOf } from '../../../core/topic/exemplars.ts'
import { keepIds } from '../../../core/topic/keep-ids.ts'

/** What each text was assigned when it arrived, and what it is put to when the stream has ended. */
export type Streamed = { arrived: (string | undefined)[]; ended: (string | undefined)[]; kept: number }

const days = 10

/**
 * Texts arrive one by one over ten days; each is assigned by what was clustered the night before, and nine nights cluster
 * all that came, as learn-topics does. The last day's stay as they were assigned on arrival. `kept`: the share of texts
 * that were clustered before and whose topic a night did not change.
 */
export function streamed(texts: readonly string[]): Streamed {
  const arrived: (string | undefined)[] = []
  let ended: (string | undefined)[] = []
  const stayed = { of: 0, same: 0 }
  let assign: Assign = () => undefined
  for (let day = 1; day <= days; day++) {
    for (const text of texts.slice(arrived.length, Math.round((texts.length * day) / days))) {
      const topic = assign(text)?.topic
      arrived.push(topic)
      ended.push(topic)
    }
    if (day === days) break
    const before = ended
    ended = clusteredAnew(texts.slice(0, arrived.length), before, day)
    for (const [at, was] of before.entries()) {
      stayed.of += was === undefined ? 0 : 1
      stayed.same += was !== undefined && was === ended[at] ? 1 : 0
    }
    assign = assigner(exemplarsOf(texts.slice(0, arrived.length).map((text, at) => ({ text, topic: ended[at] ?? '' }))))
  }
  return { arrived, ended, kept: stayed.same / stayed.of }
}

function clusteredAnew(texts: readonly string[], before: readonly (string | undefined)[], day: number): string[] {
  const clusters = clustersOf(texts)
  const texted = clusters.map((now, at) => ({ was: before[at], now }))
  const ids = keepIds(texted, new Set(), cluster => `${day}-${cluster}`)
  return clusters.map(cluster => ids.get(cluster) ?? '')
}

import type { Atom } from '../../core/report/cells.ts'
import { bucketOf } from '../../core/report/histogram.ts'
import type { Random } from '../world/random.ts'

const named = (what: string, most: number): string[] => Array.from({ length: most }, (_, n) => `${what}-${n}`)
const values = {
  source: named('source', 10),
  team: named('team', 8),
  agent: named('agent', 50),
  topic: named('topic', 60),
  campaign: named('campaign', 10),
  country: ['GB', 'DE', 'FR', 'US', 'AT', 'CH', 'ES', 'IT'],
}

/** A contact and what it leads to. */
export function factsOf(random: Random, at: Pick<Atom, 'day' | 'hour'>): Atom[] {
  const channel = random.pick(['phone', 'email', 'social', 'message', 'web'])
  const dims: Atom['dims'] = {
    ...{ channel, brand: random.pick(['one', 'two']), department: random.pick(['service', 'sales', 'social']) },
    ...{ language: random.pick(['en', 'de', 'fr']), visit: random.pick(['first', 'returning']) },
    ...{ source: random.pick(values.source), team: random.pick(values.team), agent: random.pick(values.agent) },
    ...{ topic: random.pick(values.topic), country: random.pick(values.country) },
    ...(random.chance(0.2) && { campaign: random.pick(values.campaign) }),
    ...(channel === 'social' && { network: random.pick(['x', 'facebook', 'instagram']) }),
  }
  const seconds = (): number => Math.round(random.spread(60, 400_000))
  const contact: Atom = {
    ...{ ...at, dims, who: true },
    counts: {
      inbound: 1,
      [random.pick(['positive', 'neutral', 'negative'])]: 1,
      repeats30: 1,
      repeats15: 1,
      repeats7: 1,
    },
    buckets: { load: random.below(24) },
  }
  if (random.chance(0.5)) return [contact]
  const [first, resolution] = [seconds(), seconds()]
  return [
    contact,
    {
      ...{ ...at, dims, counts: { opened: 1, firstAnswers: 1, firstSeconds: first, firstWorkingSeconds: first } },
      buckets: { first: bucketOf(first), firstWorking: bucketOf(first) },
    },
    {
      ...{ ...at, dims, buckets: { resolution: bucketOf(resolution), resolutionWorking: bucketOf(resolution) } },
      counts: {
        resolved: 1,
        resolutionSeconds: resolution,
        resolutionWorkingSeconds: resolution,
        firstContact: 1,
        oneTouch: 1,
      },
    },
    { ...at, dims, counts: { firstKept: 1, resolutionMissed: 1, csatGood: 1, transfers: 1, promisesKept: 1 } },
  ]
}

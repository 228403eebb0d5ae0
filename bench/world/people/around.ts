import type { Around } from '../matters/play.ts'
import type { Settings } from '../options.ts'
import type { Person, Stranger } from './person.ts'
import { blockSize, registry } from './registry.ts'

const strangers = 60

/** Who else there is: people of the same home or office, and some depots and swindlers who are no customers. */
export function around(settings: Settings, personAt: (index: number) => Person): Around {
  const all = strangersOf(settings)
  return {
    stranger: ({ random, person }) => {
      const close = all.filter(({ phone }) => person.lines.some(line => line.phone.plan === phone.plan))
      return random.pick(close.length > 0 ? close : all)
    },
    near: person => person.near.map(personAt),
  }
}

/** One in each of the blocks behind the last customer, so that they are of all countries. */
function strangersOf(settings: Settings): Stranger[] {
  const known = registry(settings)
  const behind = Math.ceil(settings.people / blockSize)
  return Array.from({ length: strangers }, (_, which) => ({
    id: `s${`${which}`.padStart(4, '0')}`,
    phone: known.phone((behind + which) * blockSize, 'mobile', 0),
  }))
}

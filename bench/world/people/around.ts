import type { Around } from '../matters/play.ts'
import type { Settings } from '../options.ts'
import type { Person, Stranger } from './person.ts'
import { registry } from './registry.ts'

const strangers = 40

/** Who else there is: people of the same home or office, and some depots and swindlers who are no customers. */
export function around(settings: Settings, personAt: (index: number) => Person): Around {
  const known = registry(settings)
  const stranger = (which: number): Stranger => ({
    id: `s${`${which}`.padStart(4, '0')}`,
    phone: known.phone(settings.people + which, 'mobile', 0),
  })
  return {
    stranger: ({ random }) => stranger(random.below(strangers)),
    near: person => person.near.map(personAt),
  }
}

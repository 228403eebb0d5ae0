import type { Around } from '../matters/play.ts'
import type { Settings } from '../options.ts'
import type { Person, Stranger } from './person.ts'
import { blockSize, registry } from './registry.ts'

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
    near: person => {
      const first = Math.floor(person.index / blockSize) * blockSize
      const last = Math.min(first + blockSize, settings.people)
      const block = Array.from({ length: last - first }, (_, at) => personAt(first + at))
      return block.filter(other => other !== person && (sameHome(other, person) || sameOffice(other, person)))
    },
  }
}

const sameHome = (one: Person, other: Person): boolean => one.household === other.household
const sameOffice = (one: Person, other: Person): boolean =>
  one.office !== undefined && one.office.id === other.office?.id

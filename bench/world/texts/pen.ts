import type { FactKind } from '../event.ts'
import { factKinds } from '../event.ts'
import type { Matter } from '../matters/matter.ts'
import { fullName } from '../people/person.ts'
import { fill, fillable, type Slots, slotsOf } from './template.ts'

/** Writes sentences about one matter and remembers which of its facts they named. */
export type Pen = {
  /** One of the sentences whose slots are known, or nothing when there is none. */
  say: (templates: readonly string[], more?: Slots) => string
  /** Up to `count` different ones, in their order. */
  sayMore: (templates: readonly string[], count: number) => string[]
  named: Set<FactKind>
}

const isFact = (slot: string): slot is FactKind => factKinds.some(kind => kind === slot)

export function penFor(matter: Matter): Pen {
  const { person, brand, agent, random } = matter
  const known: Slots = {
    ...Object.fromEntries(matter.facts),
    ...(matter.promise && { promise: matter.promise.words }),
    brand: brand.name,
    agent,
    given: person.given,
    family: person.family,
    name: fullName(person),
  }
  const named = new Set<FactKind>()
  const write = (template: string, slots: Slots): string => {
    for (const slot of slotsOf(template)) if (isFact(slot)) named.add(slot)
    return fill(template, slots, random)
  }
  return {
    named,
    say: (templates, more) => {
      const slots = more ? { ...known, ...more } : known
      const able = templates.filter(template => fillable(template, slots))
      return able.length === 0 ? '' : write(random.pick(able), slots)
    },
    sayMore: (templates, count) =>
      random
        .some(
          templates.filter(template => fillable(template, known)),
          count,
        )
        .map(template => write(template, known)),
  }
}

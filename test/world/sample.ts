import type { Truth, WorldEvent } from '../../bench/world/event.ts'
import { people } from '../../bench/world/people/people.ts'
import { world } from '../../bench/world/world.ts'

/** A small world that the tests look at from all sides. */
export const sampleOptions = { contacts: 3000, seed: 7, duplicates: 0.04, late: 0.03, broken: 0.03 }
export const sample: WorldEvent[] = [...world(sampleOptions)]
export const customers = [...people(sampleOptions)]
export const customerOf = new Map(customers.map(person => [person.id, person]))

/** Everything that is true of a payload that can be read. */
export const wholeTruths: Truth[] = sample.flatMap(({ truth }) => truth).filter(({ broken }) => broken === undefined)

/** One truth for each contact: the first payload that tells of it. */
export const contacts: Truth[] = [
  ...new Map(wholeTruths.toReversed().map(truth => [truth.contact, truth])).values(),
].filter(({ automatic }) => automatic === undefined)

export const textOf = ({ bytes }: WorldEvent): string => Buffer.from(bytes).toString()

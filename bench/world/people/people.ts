import { type Settings, settingsOf, type WorldOptions } from '../options.ts'
import { peopleOfBlock } from './block.ts'
import type { Person } from './person.ts'
import { blockSize, registry } from './registry.ts'

const keptBlocks = 64

/**
 * Any customer of the world by index, 0 up to `people` - 1. A person is a pure function of options and index; only the
 * blocks used last are kept, so a million customers take no memory.
 */
export function census(settings: Settings): (index: number) => Person {
  const known = registry(settings)
  const kept = new Map<number, Person[]>()
  const blockOf = (block: number): Person[] => {
    const people = kept.get(block) ?? peopleOfBlock(block, settings, known)
    kept.delete(block)
    kept.set(block, people)
    for (const oldest of kept.keys()) {
      if (kept.size <= keptBlocks) break
      kept.delete(oldest)
    }
    return people
  }
  return index => {
    const person = blockOf(Math.floor(index / blockSize))[index % blockSize]
    if (person === undefined) throw new Error(`no person ${index}: the world has ${settings.people}`)
    return person
  }
}

/** All customers in order of their id: the truth about who they are and which identifiers are theirs or shared. */
export function* people(options: WorldOptions): Generator<Person> {
  const settings = settingsOf(options)
  const personAt = census(settings)
  for (let index = 0; index < settings.people; index++) yield personAt(index)
}

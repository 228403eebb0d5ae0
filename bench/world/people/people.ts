import { type Settings, settingsOf, type WorldOptions } from '../options.ts'
import { type Block, blockOf } from './block.ts'
import type { Person } from './person.ts'
import { blockSize, registry } from './registry.ts'

const keptBlocks = 256

/**
 * Any customer of the world by index, 0 up to `people` - 1. A person is a pure function of options and index; only the
 * blocks used last are kept, so a million customers take no memory.
 */
export function census(settings: Settings): Block {
  const known = registry(settings)
  const kept = new Map<number, Block>()
  return index => {
    const number = Math.floor(index / blockSize)
    const block = kept.get(number) ?? blockOf(number, settings, known)
    kept.delete(number)
    kept.set(number, block)
    for (const oldest of kept.keys()) {
      if (kept.size <= keptBlocks) break
      kept.delete(oldest)
    }
    return block(index)
  }
}

/** All customers in order of their id: the truth about who they are and which identifiers are theirs or shared. */
export function* people(options: WorldOptions): Generator<Person> {
  const settings = settingsOf(options)
  const personAt = census(settings)
  for (let index = 0; index < settings.people; index++) yield personAt(index)
}

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { WorldOptions } from '../../bench/world/options.ts'
import { people } from '../../bench/world/people/people.ts'
import { world } from '../../bench/world/world.ts'

function fingerprint(options: WorldOptions): string {
  const hash = createHash('sha256')
  for (const { bytes, ...rest } of world(options)) hash.update(JSON.stringify(rest)).update(bytes)
  return hash.digest('hex')
}

test('same options, same bytes and truth', () => {
  expect(fingerprint({ contacts: 400, seed: 3 })).toBe(fingerprint({ contacts: 400, seed: 3 }))
})

test('another seed is another world', () => {
  expect(fingerprint({ contacts: 400, seed: 3 })).not.toBe(fingerprint({ contacts: 400, seed: 4 }))
})

test('two worlds that run side by side do not disturb each other', () => {
  const [one, other] = [world({ contacts: 200, seed: 3 }), world({ contacts: 200, seed: 3 })]
  for (const event of one) expect(other.next().value).toEqual(event)
  expect(other.next().done).toBe(true)
})

test('people are the same whichever is asked for first', () => {
  const all = [...people({ contacts: 400, seed: 3 })]
  expect([...people({ contacts: 400, seed: 3 })]).toEqual(all)
  expect(all.map(({ index }) => index)).toEqual(all.map((_, at) => at))
})

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { world } from '../../bench/world/world.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

function heapMegabytes(): number {
  collect()
  return process.memoryUsage().heapUsed / 1e6
}

test('a world of a million contacts streams: the first 20,000 payloads keep nothing', () => {
  let [seen, before] = [0, 0]
  for (const _ of world({ contacts: 1_000_000, seed: 2 })) {
    seen++
    if (seen === 5000) before = heapMegabytes()
    if (seen === 20_000) break
  }
  expect(seen).toBe(20_000)
  expect(heapMegabytes() - before).toBeLessThan(60)
})

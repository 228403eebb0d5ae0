import { randomFor } from './random.ts'

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b))

/**
 * A one-to-one mapping of 0..size-1 onto itself that looks shuffled and needs no memory (x → ax + c mod size), so that
 * numbers and ids are unique however many are drawn. `size` up to 9 million keeps the product exact.
 */
export function permutation(seed: number, name: string, size: number): (index: number) => number {
  const random = randomFor(seed, 'permutation', name, size)
  let factor = 1 + random.below(size)
  while (commonDivisor(factor, size) !== 1) factor = 1 + (factor % size)
  const offset = random.below(size)
  return index => (index * factor + offset) % size
}

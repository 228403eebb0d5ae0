/**
 * Seeded randomness: sfc32 (Chris Doty-Humphrey's small fast counting generator, PractRand), its state spread from a
 * text by FNV-1a and the murmur3 finalizer. Same seed and labels, same numbers, on every machine.
 */

const avalanche = (word: number): number => {
  let x = word
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

const fnv1a = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

export class Random {
  #a: number
  #b: number
  #c: number
  #counter = 1

  constructor(label: string) {
    const hash = fnv1a(label)
    this.#a = avalanche(hash ^ 0x9e3779b9)
    this.#b = avalanche(hash ^ 0x243f6a88)
    this.#c = avalanche(hash ^ 0xb7e15162 ^ label.length)
    for (let round = 0; round < 12; round++) this.#step()
  }

  #step(): number {
    const sum = (this.#a + this.#b + this.#counter++) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0
    return sum >>> 0
  }

  /** A number from 0 up to, not including, 1. */
  next(): number {
    return this.#step() / 0x1_0000_0000
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** A number between `least` and `most` whose logarithm is uniform: many short waits, few long ones. */
  spread(least: number, most: number): number {
    return least * (most / least) ** this.next()
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)]
    if (item === undefined) throw new Error('nothing to pick from: give a list with at least one item')
    return item
  }

  /** One of the items, each as likely as its weight. */
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T {
    let left = this.next() * items.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [item, weight] of items) {
      left -= weight
      if (left < 0) return item
    }
    throw new Error('nothing to pick from: give at least one weight above 0')
  }

  /** `count` different items, in their original order; all of them when there are fewer. */
  some<T>(items: readonly T[], count: number): T[] {
    let wanted = Math.min(count, items.length)
    return items.filter((_, at) => {
      const taken = this.next() * (items.length - at) < wanted
      if (taken) wanted--
      return taken
    })
  }

  /** `length` characters of `alphabet`. */
  text(length: number, alphabet: string): string {
    let text = ''
    while (text.length < length) text += alphabet[this.below(alphabet.length)]
    return text
  }

  digits(length: number): string {
    return this.text(length, '0123456789')
  }

  hex(length: number): string {
    return this.text(length, '0123456789abcdef')
  }
}

/** An independent generator for one thing of the world: the same labels always give the same one. */
export const randomFor = (seed: number, ...labels: (string | number)[]): Random =>
  new Random(`${seed}:${labels.join(':')}`)

import type { Random } from '../../bench/world/random.ts'

/** The items in an order of chance (Fisher and Yates), in place. */
export function shuffle<T>(random: Random, items: T[]): void {
  for (let at = items.length - 1; at > 0; at--) {
    const other = random.below(at + 1)
    const [one, two] = [items[at], items[other]]
    if (one === undefined || two === undefined) continue
    items[at] = two
    items[other] = one
  }
}

/** Somebody of a department did something for the customer in the matter: answered, called, reached out. */
export type Touch = { department: string; at: Date }

export const creditModels = ['linear', 'position', 'time-decay', 'shapley'] as const
export type CreditModel = (typeof creditModels)[number]

/** Millionths of one matter, by department: whole numbers, so that sums of many are exact. */
export type Credit = ReadonlyMap<string, number>
export const whole = 1_000_000

/** A touch a week before the end counts half of one at the end. */
const halfLife = 7 * 24 * 3600_000

/**
 * One resolved matter, or sale, shared among the departments that touched it; what they get always sums to exactly
 * `whole`. Nobody gets anything of a matter that nobody touched.
 * - `linear`: every touch the same.
 * - `position`: two fifths to the first touch, two fifths to the last, the rest to those between them in equal parts.
 * - `time-decay`: the nearer to `endedAt`, the more: half of it a week earlier.
 * - `shapley`: the mean of what a department adds over all orders in which they could have come. One matter needed all of
 *   those who touched it, and there each of them has the same value however often it touched (Shapley 1953; for many
 *   journeys at once: Zhao, Mahboobi and Bagheri 2018, "Shapley value methods for attribution modeling", equation 6).
 */
export function shareCredit(model: CreditModel, touches: readonly Touch[], endedAt: Date): Credit {
  const sorted = touches.toSorted((a, b) => a.at.getTime() - b.at.getTime() || compare(a.department, b.department))
  const weights = new Map<string, number>()
  for (const [index, { department, at }] of sorted.entries()) {
    const weight = weigh(model, index, sorted.length, Math.max(0, endedAt.getTime() - at.getTime()))
    weights.set(department, model === 'shapley' ? weight : (weights.get(department) ?? 0) + weight)
  }
  return apportioned(weights)
}

function weigh(model: CreditModel, index: number, count: number, age: number): number {
  switch (model) {
    case 'linear':
    case 'shapley':
      return 1
    case 'position':
      return positionWeight(index, count)
    case 'time-decay':
      return 2 ** -(Math.min(age, 50 * halfLife) / halfLife)
  }
}

function positionWeight(index: number, count: number): number {
  if (count <= 2) return 1
  return index === 0 || index === count - 1 ? 0.4 : 0.2 / (count - 2)
}

/** Hamilton's method: everybody the whole millionths of theirs, what remains to the greatest remainders. */
function apportioned(weights: ReadonlyMap<string, number>): Credit {
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const parts = [...weights].map(([department, weight]) => ({ department, due: (whole * weight) / total }))
  const given = new Map(parts.map(({ department, due }) => [department, Math.floor(due)]))
  const left = weights.size === 0 ? 0 : whole - [...given.values()].reduce((sum, part) => sum + part, 0)
  const first = parts.toSorted((a, b) => (b.due % 1) - (a.due % 1) || compare(a.department, b.department))
  for (const { department } of first.slice(0, left)) given.set(department, (given.get(department) ?? 0) + 1)
  return given
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

import type { FactKind } from '../../../core/facts/fact.ts'
import type { Random } from '../../world/random.ts'
import type { Mark } from '../scoring/mark.ts'

/**
 * A fact on its way into texts: a mark that is still growing, and how people write it. `write` gives one way of writing,
 * for a text written at `at` (epoch ms).
 */
export type Told = {
  kind: FactKind
  values: readonly string[]
  write: (random: Random, at: number) => string
  holder: Mark['holder']
  entryIds: string[]
  stale: boolean
  wanted: boolean
  alsoKinds?: readonly FactKind[]
}

export const told = (kind: FactKind, values: readonly string[], write: Told['write']): Told => ({
  kind,
  values,
  write,
  holder: 'customer',
  entryIds: [],
  stale: false,
  wanted: true,
})

export const markOf = ({ kind, alsoKinds = [], values, holder, entryIds, stale, wanted }: Told): Mark => ({
  kinds: [kind, ...alsoKinds],
  values,
  holder,
  entryIds: [...new Set(entryIds)],
  stale,
  wanted,
})

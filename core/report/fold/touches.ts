import type { Atom } from '../cells.ts'
import type { TouchFact } from '../facts.ts'
import { known } from '../known-fields.ts'
import { atomAt, type Folding } from './folding.ts'

/** Sales, refunds and renewals, and what campaigns sent. */
export const foldTouches = (folding: Folding): Atom[] =>
  folding.facts.touches.map(touch => {
    const campaign = touch.kind === 'campaign' ? { campaign: touch.name } : {}
    const dims = { ...touch.dims, ...campaign, ...known({ relationship: folding.facts.relationship }) }
    return atomAt(folding, touch.at, dims, countsOf(touch))
  })

function countsOf({ kind, name, value = 0 }: TouchFact): Atom['counts'] {
  if (kind === 'campaign') return { touches: 1 }
  if (name === 'sale') return { sales: 1, saleValue: value }
  if (name === 'refund') return { refunds: 1, refundValue: value }
  if (name === 'renewal') return { renewals: 1, renewalValue: value }
  return {}
}

import { type CreditModel, shareCredit, type Touch } from '../../credit/share-credit.ts'
import type { Atom } from '../cells.ts'
import type { ContactFact } from '../facts.ts'
import type { Metric } from '../metrics.ts'
import { atomAt, type Folding, isRecent, isSeen } from './folding.ts'
import { isAnswer } from './responses.ts'

const models = [
  ['linear', 'creditLinear'],
  ['position', 'creditPosition'],
  ['time-decay', 'creditTimeDecay'],
  ['shapley', 'creditShapley'],
] as const satisfies readonly (readonly [CreditModel, Metric])[]

/**
 * Each resolved matter, and each sale or renewal, in millionths shared among the departments that answered the customer
 * within thirty days before: in that matter, or at all. By the department and nothing else, so that it sums to a whole.
 */
export function foldCredit(folding: Folding): Atom[] {
  const matters = folding.matters.flatMap(matter => {
    const { status, since: at } = matter.conversation
    return status === 'resolved' && isSeen(matter, at) ? shared(folding, matter.contacts, at) : []
  })
  const sales = folding.facts.touches
    .filter(({ kind, name }) => kind === 'outcome' && (name === 'sale' || name === 'renewal'))
    .flatMap(({ at }) => shared(folding, folding.facts.contacts, at))
  return [...matters, ...sales]
}

function shared(folding: Folding, contacts: readonly ContactFact[], at: string): Atom[] {
  const touches = contacts
    .filter(contact => (isAnswer(contact) || contact.call?.answered === true) && isRecent(contact.at, at))
    .map(({ department, at: touchedAt }): Touch => ({ department, at: new Date(touchedAt) }))
  const byDepartment = new Map<string, Atom['counts']>()
  for (const [model, metric] of models)
    for (const [department, part] of shareCredit(model, touches, new Date(at)))
      byDepartment.set(department, { ...byDepartment.get(department), [metric]: part })
  return [...byDepartment].map(([department, counts]) => atomAt(folding, at, { department }, counts))
}

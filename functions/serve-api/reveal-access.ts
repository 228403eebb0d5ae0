import { type Actor, seesPersonalData } from '../../core/api/role.ts'
import { isOn } from '../../core/reveal/reveal.ts'
import type { ApiDependencies } from './api-dependencies.ts'

/** How somebody sees a customer: masked, as they are, or as they are until then. */
export type Sight = { sees: boolean; until?: string }

/** Costs a read only for those who see customers masked. */
export async function sightOf({ reveals, now }: ApiDependencies, actor: Actor, customer: string): Promise<Sight> {
  if (seesPersonalData(actor)) return { sees: true }
  const reveal = await reveals.read(actor.subject, customer)
  return isOn(reveal, now()) ? { sees: true, until: reveal.until } : { sees: false }
}

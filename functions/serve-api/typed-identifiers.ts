import { Problem } from '../../core/api/problem.ts'
import {
  needsRegions,
  type TypedIdentifier,
  type Understood,
  understandIdentifier,
} from '../../core/api/typed-identifier.ts'
import type { Identifier } from '../../core/contact/identifier.ts'
import { defaultSource } from '../../core/source/source.ts'
import type { ApiDependencies } from './api-dependencies.ts'

/** The stored form of what was typed; `field` is where it was typed. Throws `Problem` that says how to write it. */
export async function readTyped(deps: ApiDependencies, field: string, typed: TypedIdentifier): Promise<Identifier> {
  return requireUnderstood(field, understandIdentifier(typed, needsRegions(typed) ? await regions(deps) : []))
}

/** What was typed to find something: an identifier, or else what may be an account number as the company writes it. */
export async function tryTyped(deps: ApiDependencies, typed: string): Promise<Identifier> {
  const understood = understandIdentifier(typed, needsRegions(typed) ? await regions(deps) : [])
  return 'identifier' in understood ? understood.identifier : { type: 'account', value: typed.trim() }
}

export function requireUnderstood(field: string, understood: Understood): Identifier {
  if ('identifier' in understood) return understood.identifier
  throw new Problem('invalid-request', undefined, { errors: [{ field, message: understood.refusal }] })
}

/** The countries whose numbers the company's sources read. */
async function regions({ sources }: ApiDependencies): Promise<string[]> {
  const configured = (await sources.list(100)).map(({ defaultRegion }) => defaultRegion)
  return [...new Set(configured.length > 0 ? configured : [defaultSource('any', 'phone').defaultRegion])]
}

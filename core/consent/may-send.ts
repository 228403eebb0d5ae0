import { type Identifier, identifierName, sameIdentifier } from '../contact/identifier.ts'
import type { Consent, ConsentDefaults, ConsentSource, ConsentState, Purpose } from './consent.ts'

/** Why nothing is sent to somebody: a fixed word, who, since when and how it became known, and what to do. */
export type ConsentRefusal = {
  code: 'do-not-contact' | 'denied' | 'not-granted' | 'not-agreed' | 'unproven'
  identifier: Identifier
  advice: string
  since?: string
  source?: ConsentSource
}

export type Permission = { allowed: true } | { allowed: false; why: ConsentRefusal }

/**
 * Whether something may be sent for a purpose to all of these identifiers: each must allow it. Do-not-contact overrides
 * everything, also an answer to what was just asked; then counts what was decided for the purpose; then the default.
 * `consents` may hold others and in any order. The first refusal, in the order of `identifiers`, is told.
 */
export function maySend(
  consents: readonly Consent[],
  defaults: ConsentDefaults,
  purpose: Purpose,
  identifiers: readonly Identifier[],
): Permission {
  for (const identifier of identifiers) {
    const why = refusal(consentOf(consents, identifier), defaults, purpose, identifier)
    if (why !== undefined) return { allowed: false, why }
  }
  return { allowed: true }
}

export const consentOf = (consents: readonly Consent[], identifier: Identifier): Consent | undefined =>
  consents.find(one => sameIdentifier(one.identifier, identifier))

/** What holds for a purpose, and whether it was decided or is the default. */
export function standing(
  consent: Consent | undefined,
  defaults: ConsentDefaults,
  purpose: Purpose,
): { state: ConsentState; isDefault: boolean } {
  const decision = consent?.purposes[purpose]
  return { state: decision?.state ?? defaults[purpose], isDefault: decision === undefined }
}

function refusal(
  consent: Consent | undefined,
  defaults: ConsentDefaults,
  purpose: Purpose,
  identifier: Identifier,
): ConsentRefusal | undefined {
  if (consent?.doNotContact !== undefined) {
    const { at, source } = consent.doNotContact
    const advice = `Nobody may write or call there ${heardAs(at, source)}. An operator can lift it when the customer wishes.`
    return { code: 'do-not-contact', identifier, since: at, source, advice }
  }
  if (standing(consent, defaults, purpose).state === 'granted') return undefined
  const decision = consent?.purposes[purpose]
  if (decision === undefined)
    return { code: 'not-granted', identifier, advice: `Nobody agreed to ${purpose} there. Ask, and record the answer.` }
  const { at, source } = decision
  const advice = `The customer refused ${purpose} there ${heardAs(at, source)}. Record it when they change their mind.`
  return { code: 'denied', identifier, since: at, source, advice }
}

/** Since which day, and how it became known, for who wants to answer. */
const heardAs = (at: string, source: ConsentSource): string => `(since ${at.slice(0, 10)}, by ${words[source]})`

const words: Record<ConsentSource, string> = {
  said: 'their own word',
  keyword: 'a message like STOP',
  link: 'a link they followed',
  form: 'a form',
  contract: 'contract',
  import: 'another system',
  operator: 'an operator',
}

/** Where an answer is to go instead of back to where the customer wrote. */
export type AnotherWay = {
  to: Identifier
  /** The identifier that wrote what is answered. */
  wrote: Identifier
  consents: readonly Consent[]
  /** What the customer wrote or called from before. */
  writtenFrom: readonly Identifier[]
  /** Whether no unproven link lies between the two: see core/reply/checks/confirmed. */
  isConfirmed: boolean
}

/**
 * Whether an answer may go to another identifier than the one that wrote: it must be proven to be of the same person, and
 * they must have agreed to `service` there or have written from it before. Whether anything may be sent there at all,
 * `maySend` says.
 */
export function mayUse({ to, wrote, consents, writtenFrom, isConfirmed }: AnotherWay): Permission {
  if (sameIdentifier(to, wrote)) return { allowed: true }
  const refused = (code: 'unproven' | 'not-agreed', advice: string): Permission => ({
    allowed: false,
    why: { code, identifier: to, advice },
  })
  if (!isConfirmed)
    return refused(
      'unproven',
      'This may be another person. Ask the customer to confirm with a “this is me” link first.',
    )
  const names = new Set(writtenFrom.map(identifierName))
  const isGranted = consentOf(consents, to)?.purposes.service?.state === 'granted'
  return isGranted || names.has(identifierName(to))
    ? { allowed: true }
    : refused(
        'not-agreed',
        'They never wrote from there. Ask whether they want answers there, and record it as service.',
      )
}

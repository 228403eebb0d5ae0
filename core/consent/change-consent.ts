import type { Identifier } from '../contact/identifier.ts'
import { type Consent, type Heard, nothingDecided, type Purpose } from './consent.ts'

/** What may become of a consent. `forget` takes a decision back: the default holds again. */
export type ConsentChange =
  | { do: 'grant' | 'deny' | 'forget'; purpose: Purpose }
  | { do: 'do-not-contact'; reason?: string | undefined }
  | { do: 'lift' }

/** The consent after a change; undefined where it changes nothing, so that the first word, source and time stay. */
export function changeConsent(
  known: Consent | undefined,
  identifier: Identifier,
  change: ConsentChange,
  heard: Heard,
): Consent | undefined {
  const before = known ?? nothingDecided(identifier)
  switch (change.do) {
    case 'grant':
      return decided(before, change.purpose, 'granted', heard)
    case 'deny':
      return decided(before, change.purpose, 'denied', heard)
    case 'forget': {
      const { [change.purpose]: forgotten, ...purposes } = before.purposes
      return forgotten === undefined ? undefined : { ...before, purposes }
    }
    case 'do-not-contact': {
      const { reason } = change
      if (before.doNotContact !== undefined) return undefined
      return { ...before, doNotContact: { ...heard, ...(reason !== undefined && { reason }) } }
    }
    case 'lift': {
      const { doNotContact, ...rest } = before
      return doNotContact === undefined ? undefined : rest
    }
    default:
      return change satisfies never
  }
}

function decided(before: Consent, purpose: Purpose, state: 'granted' | 'denied', heard: Heard): Consent | undefined {
  if (before.purposes[purpose]?.state === state) return undefined
  return { ...before, purposes: { ...before.purposes, [purpose]: { ...heard, state } } }
}

import * as z from 'zod'
import { type Identifier, identifierSchema, sameIdentifier } from '../contact/identifier.ts'

export const sourceKinds = ['mail', 'phone', 'x', 'meta', 'contacts'] as const

/**
 * A configured feed. `ownIdentifiers` are the company's own addresses, numbers and accounts there: contacts from them
 * are outbound, and they never become customers. `defaultRegion` (ISO 3166-1) reads national phone numbers, `timeZone`
 * (IANA) reads times without an offset.
 */
export const sourceSchema = z.object({
  v: z.literal(1),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'use 1 to 63 of a-z, 0-9 and -'),
  kind: z.enum(sourceKinds),
  brand: z.string().min(1).max(128),
  department: z.string().min(1).max(128),
  team: z.string().max(128).optional(),
  defaultRegion: z.string().regex(/^[A-Z]{2}$/, 'use two capital letters, like GB'),
  timeZone: z.string().min(1).max(64),
  ownIdentifiers: z.array(identifierSchema).max(1000),
})

export type Source = z.infer<typeof sourceSchema>

export const isOwn = (source: Source, identifier: Identifier): boolean =>
  source.ownIdentifiers.some(own => sameIdentifier(own, identifier))

/** What a door uses for a source nobody configured yet, so that the first contact needs no set-up. */
export const defaultSource = (id: string, kind: Source['kind']): Source => ({
  v: 1,
  id,
  kind,
  brand: 'default',
  department: kind === 'x' || kind === 'meta' ? 'social' : 'service',
  defaultRegion: 'GB',
  timeZone: 'Etc/UTC',
  ownIdentifiers: kind === 'mail' ? [{ type: 'email', value: 'support@localhost' }] : [],
})

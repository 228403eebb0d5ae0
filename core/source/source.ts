import * as z from 'zod'
import { type Identifier, identifierSchema, sameIdentifier } from '../contact/identifier.ts'
import { withoutDetail } from '../contact/subaddress.ts'

export const sourceKinds = ['mail', 'phone', 'x', 'meta', 'contacts'] as const

/** A language as BCP 47 writes it (`de`, `pt-BR`), or `*` for all others. */
const languageSchema = z
  .string()
  .regex(/^(?:\*|[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$/, 'use a language like en or pt-BR, or *')

/**
 * A configured feed. `ownIdentifiers` are the company's own addresses, numbers and accounts there: contacts from them
 * are outbound, and they never become customers. `defaultRegion` (ISO 3166-1) reads national phone numbers, `timeZone`
 * (IANA) reads times without an offset. `displayName` stands beside the address in mails that answer, else the brand;
 * `signature` is what such mails end with, by language.
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
  displayName: z.string().min(1).max(100).optional(),
  signature: z.record(languageSchema, z.string().max(2000)).optional(),
})

export type Source = z.infer<typeof sourceSchema>

/** A mailbox of the company's is its own with a detail behind a plus sign, too: so customers answer a reply. */
export function isOwn({ ownIdentifiers }: Pick<Source, 'ownIdentifiers'>, identifier: Identifier): boolean {
  const { type, value } = identifier
  const plain = type === 'email' ? { type, value: withoutDetail(value) } : identifier
  return ownIdentifiers.some(own => sameIdentifier(own, identifier) || sameIdentifier(own, plain))
}

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

/** The sources that doors have when nobody configured them. */
const kindsOfDoors = new Map<string, Source['kind']>([
  ['support', 'mail'],
  ['twilio', 'phone'],
  ['x', 'x'],
  ['meta', 'meta'],
])

/** What stands in for a source nobody configured, by its id alone. */
export const sourceOfDoor = (id: string): Source => defaultSource(id, kindsOfDoors.get(id) ?? 'contacts')

import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import * as z from 'zod'
import { type Identifier, identifierTypes } from '../contact/identifier.ts'

/** An identifier as it is stored, and as people read it. */
export const shownIdentifierSchema = z
  .object({ type: z.enum(identifierTypes), value: z.string(), display: z.string() })
  .meta({ id: 'Identifier' })
export type ShownIdentifier = z.infer<typeof shownIdentifierSchema>

/** What stands where something personal was. */
export const masked = '•••'

export const showIdentifier = ({ type, value }: Identifier): ShownIdentifier => ({
  type,
  value,
  display: type === 'phone' ? (parsePhoneNumberFromString(value)?.formatInternational() ?? value) : value,
})

/** The kind of identifier only. */
export const maskIdentifier = ({ type }: Identifier): ShownIdentifier => ({ type, value: masked, display: masked })

/** How identifiers look to the one who asks. */
export const identifierView = (seesPersonalData: boolean): ((identifier: Identifier) => ShownIdentifier) =>
  seesPersonalData ? showIdentifier : maskIdentifier

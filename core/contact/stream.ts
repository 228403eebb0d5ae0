import { type Identifier, identifierName } from './identifier.ts'

/**
 * The stream of an identifier: where its contacts lie for ever. A recycled phone number gets a later epoch for its
 * next holder; the first epoch bears the identifier's own name.
 */
export const streamName = (identifier: Identifier, epoch = 0): string =>
  epoch === 0 ? identifierName(identifier) : `${identifierName(identifier)}~${epoch}`

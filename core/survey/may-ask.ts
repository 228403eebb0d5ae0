import type { Consent, ConsentDefaults } from '../consent/consent.ts'
import { maySend } from '../consent/may-send.ts'
import type { Identifier } from '../contact/identifier.ts'

/**
 * Whether a customer may be asked at one of their identifiers. What holds there decides, and no other identifier of
 * theirs may stand for do-not-contact or a refusal: whoever refused meant themselves, not one address.
 */
export const mayAsk = (consents: readonly Consent[], defaults: ConsentDefaults, to: Identifier): boolean =>
  maySend(consents, defaults, 'survey', [to]).allowed &&
  consents.every(({ doNotContact, purposes }) => doNotContact === undefined && purposes.survey?.state !== 'denied')

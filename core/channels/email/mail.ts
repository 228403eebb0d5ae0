import type { Format } from '../channel.ts'
import { readMail, unchecked } from './read-mail.ts'

/** A mail as it came by SMTP (RFC 5322), which nobody checked: the author's address is asserted (T3). */
export const mail: Format = {
  name: 'mail',
  sourceKind: 'mail',
  parse: async (payload, source) => [readMail(payload, source, unchecked)],
}

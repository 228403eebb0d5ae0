import type { Format } from '../channel.ts'
import { readMail, unchecked } from './read-mail.ts'
import { splitEml } from './split-eml.ts'

/** A file that holds one mail, as mail programs save it. The file is one row. */
export const eml: Format = {
  name: 'eml',
  sourceKind: 'mail',
  parse: async (payload, source) => [readMail(payload, source, unchecked)],
  split: splitEml,
}

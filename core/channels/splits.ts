import { splitJson } from '../payload/json-rows.ts'
import type { Split } from './channel.ts'
import { splitEml } from './email/split-eml.ts'
import { splitMbox } from './email/split-mbox.ts'
import { splitTable } from './normal-form/split-table.ts'
import { splitCallPages } from './phone/split-call-pages.ts'
import { splitCdr } from './phone/split-cdr.ts'

/** How files of each kind are cut, without the parsers: the function that cuts files is small and starts fast. */
const splits = new Map<string, Split>([
  ['mbox', splitMbox],
  ['eml', splitEml],
  ['asterisk-cdr', splitCdr],
  ['twilio-calls', splitCallPages],
  ['connect-records', splitJson],
  ['csv', splitTable],
  ['contacts', splitJson],
  ['campaigns', splitTable],
  ['outcomes', splitTable],
  ['listening', splitTable],
])

/** Undefined for a kind of file that no channel reads. */
export const splitNamed = (kind: string): Split | undefined => splits.get(kind)

import type { Format } from '../channel.ts'
import { mailDate } from './dates.ts'
import { unquoted } from './mbox-row.ts'
import { readMail, unchecked } from './read-mail.ts'
import { splitMbox } from './split-mbox.ts'

/**
 * A file of many mails (RFC 4155, in the kinds mboxo and mboxrd). A row begins with its `From ` line, whose date stands
 * in for a missing Date.
 */
export const mbox: Format = {
  name: 'mbox',
  sourceKind: 'mail',
  parse: async (payload, source) => {
    const { bytes, fromLine } = unquoted(payload.bytes)
    return [readMail({ ...payload, bytes }, source, { ...unchecked, sentAt: mailDate(fromLine) })]
  },
  split: splitMbox,
}

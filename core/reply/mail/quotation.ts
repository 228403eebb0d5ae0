import type { Contact } from '../../contact/contact.ts'
import { attribution } from './attribution.ts'
import { escapeHtml, htmlOfText } from './html.ts'
import { manyLines } from './one-line.ts'

/** What the customer's own words are below an answer, in both forms. */
export type Quotation = { text: string; html: string }

const longest = 20_000
const style = 'margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex'

type Reader = { language: string | undefined; timeZone: string }

/**
 * The words of the mail that is answered, without those that it quoted itself: the customer has them in their own
 * mailbox. Long ones are cut.
 */
export function quotationOf(answered: Contact, { language, timeZone }: Reader): Quotation | undefined {
  const words = manyLines(answered.text).trim()
  if (words === '') return undefined
  const line = attribution(answered, language, timeZone)
  const cut = words.length > longest || answered.truncated === true
  const shown = cut ? `${words.slice(0, longest).toWellFormed().trimEnd()}\n[…]` : words
  return {
    text: `${line}\n${shown.replace(/^/gm, '> ')}`,
    html: `<div>${escapeHtml(line)}</div>\n<blockquote type="cite" style="${style}">${htmlOfText(shown)}</blockquote>`,
  }
}

/** Only what an address wrote itself is quoted to it, by mail: nobody is shown what another address wrote. */
export function mayQuote({ channel, direction, from }: Contact, recipients: string[]): boolean {
  return (
    channel === 'email' && direction === 'inbound' && recipients.every(address => address === from.identifier.value)
  )
}

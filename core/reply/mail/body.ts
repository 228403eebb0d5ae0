import { bodyOf, htmlOfText, pageOf } from './html.ts'
import { manyLines } from './one-line.ts'
import { mayQuote, quotationOf } from './quotation.ts'
import type { Recipients } from './recipients.ts'
import { signatureOf } from './signature.ts'
import type { Written } from './written.ts'

/** The two forms of what a mail says (RFC 2046 section 5.1.4), the plain one first. */
export type Body = { text: string; html: string }

/** The reply's own words, how the company signs, and below them what it answers. */
export function bodyOfReply({ reply, source, answered }: Written, { to, cc }: Pick<Recipients, 'to' | 'cc'>): Body {
  const language = reply.language ?? answered?.language
  const reader = { language, timeZone: source.timeZone }
  const signature = signatureOf(source, language)
  const recipients = [...to, ...cc].map(({ address }) => address)
  const quoted = answered && mayQuote(answered, recipients) ? quotationOf(answered, reader) : undefined
  const words = manyLines(reply.content.text).trimEnd()
  const own = reply.content.html === undefined ? htmlOfText(words) : bodyOf(manyLines(reply.content.html))
  const signed = signature === undefined ? [] : [signature]
  const parts = [own, ...signed.map(htmlOfText), ...(quoted ? [quoted.html] : [])]
  return {
    text: `${[words, ...signed, ...(quoted ? [quoted.text] : [])].join('\n\n')}\n`,
    html: pageOf(parts.join('\n<br>\n'), language),
  }
}

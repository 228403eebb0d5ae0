import type { Format, Row } from '../../core/channels/channel.ts'
import { contactId } from '../../core/contact/contact-id.ts'
import { mail } from '../timeline/contacts.ts'

/**
 * A format made up for tests. Each line of a payload is a thing: `skip` is no contact, `odd` is not understood, `break`
 * breaks the parser, `delete x` deletes x, anything else is a mail from alice.
 */
export const words: Format = {
  name: 'words',
  sourceKind: 'mail',
  parse: async ({ bytes, receivedAt, rawRef, ordinal = 0 }) => {
    const lines = new TextDecoder()
      .decode(bytes)
      .split('\n')
      .filter(line => line !== '')
    return lines.map(line => {
      if (line === 'skip') return { type: 'not-a-contact', reason: 'it says so' }
      if (line === 'odd') return { type: 'set-aside', reason: 'nobody knows what it means' }
      if (line === 'break') throw new Error('broken')
      const deleted = /^delete (.*)$/.exec(line)?.[1]
      if (deleted)
        return { type: 'deletion', deletion: { contactId: contactId('words', deleted, '0'), deletedAt: receivedAt } }
      return {
        type: 'contact',
        contact: mail(line, { id: contactId('words', line, String(ordinal)), receivedAt, rawRef }),
      }
    })
  },
  split: splitLines,
}

async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Row & { bytes: Uint8Array }> {
  let text = ''
  for await (const chunk of chunks) text += new TextDecoder().decode(chunk)
  let offset = 0
  for (const [at, line] of text.split('\n').entries()) {
    const bytes = new TextEncoder().encode(line)
    if (line !== '') yield { offset, length: bytes.length, line: at + 1, bytes }
    offset += bytes.length + 1
  }
}

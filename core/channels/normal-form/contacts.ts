import { allFindings, maxFindings, setAside, tooMany } from '../../payload/findings.ts'
import { readJson } from '../../payload/json.ts'
import { maxJsonRowBytes, splitJson } from '../../payload/json-rows.ts'
import type { Source } from '../../source/source.ts'
import type { Finding, Format, Payload } from '../channel.ts'
import { readItem } from './read-item.ts'

/**
 * Contacts in the normal form from any system: one or an array as a webhook's body, one a line in a file. An item that
 * is wrong is set aside with its position and its wrong fields; the others become contacts.
 */
export const contacts: Format = {
  name: 'contacts',
  sourceKind: 'contacts',
  parse: async (payload, source) => allFindings(parseItems(payload, source)),
  split: splitJson,
}

function parseItems(payload: Payload, source: Source): Finding[] {
  if (payload.ordinal !== undefined && payload.bytes.length > maxJsonRowBytes) {
    return [setAside(`The line is longer than ${maxJsonRowBytes} bytes.`)]
  }
  const read = readJson(payload.bytes)
  if (!read.ok) return [setAside(read.reason)]
  if (!Array.isArray(read.value)) return [readItem(read.value, 'the contact', payload, source)]
  if (read.value.length > maxFindings) return [tooMany(read.value.length)]
  return read.value.map((item, at) => readItem(item, `item ${at + 1}`, payload, source))
}

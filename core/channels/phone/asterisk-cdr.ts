import { contactFinding, notAContact, setAside } from '../../payload/findings.ts'
import type { Source } from '../../source/source.ts'
import type { Finding, Format, Payload } from '../channel.ts'
import { cdrOf, columnsByContent, headerColumns } from './cdr-columns.ts'
import { cdrContact } from './cdr-contact.ts'
import { type CdrEnds, cdrEnds } from './cdr-ends.ts'
import { comma, csvFields, maxCsvRowBytes } from './csv.ts'
import { splitCdr } from './split-cdr.ts'

/**
 * Asterisk's call detail records as CSV, one leg of a call a row: Master.csv, FreePBX and the exports of other
 * front ends, with a header or without. Rows of one linkedid are the legs of one call.
 * https://docs.asterisk.org/Configuration/Reporting/Call-Detail-Records-CDR/CDR-Specification/
 */
export const asteriskCdr: Format = {
  name: 'asterisk-cdr',
  sourceKind: 'phone',
  parse: async (payload, source) => [parseRow(payload, source)],
  split: splitCdr,
}

function parseRow(payload: Payload, source: Source): Finding {
  if (payload.bytes.length > maxCsvRowBytes) return setAside(`The row is longer than ${maxCsvRowBytes} bytes.`)
  const fields = csvFields(payload.bytes, comma)
  if (headerColumns(fields)) return notAContact('A header line.')
  const columns = columnsOf(payload, fields)
  if (typeof columns === 'string') return setAside(columns)
  const cdr = cdrOf(fields, columns)
  if (cdr === undefined)
    return setAside('The row does not fit its columns: no time, or no disposition, where they should be.')
  const ends = cdrEnds(cdr, source)
  const inside = insideCall(ends)
  if (inside !== undefined) return notAContact(inside)
  const contact = cdrContact(cdr, ends, payload, source)
  return contact ? contactFinding(contact) : setAside("The row's time, or the source's time zone, does not exist.")
}

/** The names of the row's columns, or why they are not known. */
function columnsOf({ context }: Payload, fields: string[]): string[] | string {
  const unknown = 'The columns are in none of the orders that Asterisk writes; export the file with a header line.'
  if (context === undefined) return columnsByContent(fields) ?? unknown
  const header = headerColumns(csvFields(new TextEncoder().encode(context), comma))
  if (header === undefined) return unknown
  return header.missing.length > 0 ? `The header names no column ${header.missing.join(', ')}.` : header.names
}

function insideCall({ caller, callee }: CdrEnds): string | undefined {
  if (caller.who !== 'inside' || callee.who !== 'inside') return undefined
  return /^[*#]/.test(callee.extension) ? 'A feature code that an extension dialled.' : 'A call between extensions.'
}

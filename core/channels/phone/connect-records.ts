import { allFindings, contactFinding, notAContact, setAside } from '../../payload/findings.ts'
import { readJson } from '../../payload/json.ts'
import { maxJsonRowBytes, splitJson } from '../../payload/json-rows.ts'
import type { Source } from '../../source/source.ts'
import type { Finding, Format, Payload } from '../channel.ts'
import { connectContact } from './connect-contact.ts'
import { connectRecordSchema } from './connect-schema.ts'

/**
 * Amazon Connect's contact records, as its Kinesis stream and its exports bear them, one leg of a contact a record. A
 * record comes again whenever it changes. https://docs.aws.amazon.com/connect/latest/adminguide/ctr-data-model.html
 */
export const connectRecords: Format = {
  name: 'connect-records',
  sourceKind: 'phone',
  parse: async (payload, source) => allFindings([parseRecord(payload, source)]),
  split: splitJson,
}

function parseRecord(payload: Payload, source: Source): Finding {
  if (payload.bytes.length > maxJsonRowBytes) return setAside(`The record is larger than ${maxJsonRowBytes} bytes.`)
  const read = readJson(payload.bytes)
  if (!read.ok) return setAside(read.reason)
  const record = connectRecordSchema.safeParse(read.value)
  if (!record.success) return setAside('The record is no contact record of Amazon Connect.')
  if (record.data.Channel !== 'VOICE') return setAside('Chats, tasks and mails of Amazon Connect are not read yet.')
  if (record.data.InitiationMethod === 'MONITOR') return notAContact('A supervisor listened to a call.')
  const contact = connectContact(record.data, payload, source)
  return contact ? contactFinding(contact) : setAside('The record does not say when the call began.')
}

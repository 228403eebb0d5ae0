import { notAContact, setAside } from '../../payload/findings.ts'
import type { Source } from '../../source/source.ts'
import type { Finding, Payload } from '../channel.ts'
import type { Vouched } from './evidence/evidence.ts'
import { limits } from './limits.ts'
import { mailContact } from './mail-contact.ts'
import { type Field, fieldValue } from './mime/header-block.ts'
import { withLineFeeds } from './mime/line-ends.ts'
import { readParts } from './mime/parts.ts'

/** What a door knows of a mail besides its text: how far its author is vouched for, and when it was sent. */
export type Circumstances = {
  vouch: (fields: Field[], source: Source) => Vouched | { refused: string }
  sentAt?: string | undefined
}

/** Nobody checked who wrote it: the address is asserted, and an Authentication-Results field in it may be anyone's. */
export const unchecked: Circumstances = { vouch: () => ({ tier: 'T3', how: 'no-verdict' }) }

/** One mail as a contact. It is set aside when it is too large to read, or no mail, or refused by the door's verdict. */
export function readMail(payload: Payload, source: Source, circumstances: Circumstances): Finding {
  if (payload.bytes.length > limits.mailBytes) return setAside(`The mail is larger than ${limits.mailBytes} bytes.`)
  const bytes = withLineFeeds(payload.bytes)
  const root = readParts(bytes)
  if (!root.fields.some(isMailField))
    return setAside('The payload is no mail: it has none of the header fields of one.')
  if (isFolderData(root.fields)) return notAContact('The mail holds data of a mail folder.')
  const vouched = circumstances.vouch(root.fields, source)
  if ('refused' in vouched) return setAside(vouched.refused)
  return mailContact({ bytes, root, payload, source, vouched, sentAt: circumstances.sentAt })
}

const originators = ['from', 'to', 'cc', 'bcc', 'subject', 'date', 'message-id', 'sender', 'reply-to']
const mailFields = new Set([...originators, 'received', 'return-path', 'delivered-to', 'mime-version', 'content-type'])

const isMailField = ({ name, value }: Field): boolean => mailFields.has(name) && value !== ''

/** c-client and Pine keep such a mail at the top of their folders. */
const isFolderData = (fields: Field[]): boolean =>
  /^DON'T DELETE THIS MESSAGE/i.test(fieldValue(fields, 'subject') ?? '')

import type { RawRef } from '../contact/contact.ts'
import { parseObjectName } from '../raw/object-name.ts'

/** How the payload of a contact holds what a reader saw: as a mail, as one of a file of many, or as our own answer. */
export type Way = 'mail' | 'mbox' | 'sent'

const ways = new Map<string, Way>([
  ['mail', 'mail'],
  ['mail-ses', 'mail'],
  ['eml', 'mail'],
  ['mbox', 'mbox'],
  ['sent', 'sent'],
])

/** Undefined where there is no original to show. */
export const wayOf = ({ object }: Pick<RawRef, 'object'>): Way | undefined =>
  ways.get(parseObjectName(object)?.format ?? '')

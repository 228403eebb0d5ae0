import type { Contact } from '../contact/contact.ts'
import { secondsLater } from '../payload/instant.ts'
import type { Happened } from './clock.ts'

/** What of a contact matters to clocks. */
export type ClockedContact = Pick<Contact, 'channel' | 'direction' | 'automatic' | 'call' | 'social'>

/**
 * What a contact that happened at `at` means to the clocks. Nothing, where a machine wrote it, or where nobody was
 * reached. A call that was answered is its own answer, as soon as the caller no longer waited.
 */
export function happenedIn({ channel, direction, automatic, call, social }: ClockedContact, at: string): Happened[] {
  if (automatic !== undefined) return []
  if (direction === 'outbound') return call?.answered === false ? [] : [{ type: 'outbound', at }]
  const onSocial = channel === 'social' || social !== undefined
  const inbound: Happened = { type: 'inbound', at, ...(onSocial && { social: true }) }
  return call?.answered ? [inbound, { type: 'outbound', at: secondsLater(at, call.queueSeconds ?? 0) }] : [inbound]
}

import type { Contact } from '../contact/contact.ts'
import type { Conversation } from './conversation.ts'

const hour = 3_600_000
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

const channelNames: Record<Contact['channel'], string> = {
  phone: 'phone',
  email: 'mail',
  social: 'mention',
  message: 'message',
  review: 'review',
  web: 'web form',
}

/** Why somebody who changed the channel comes sooner: "second contact, phone after mail, 26 h waiting". */
export function secondContact(before: Conversation, channel: Contact['channel'], at: string): string {
  const count = before.inbound + 1
  const [waiting] = before.unanswered
  const changed = `${ordinals[count - 1] ?? `${count}th`} contact, ${channelNames[channel]} after ${channelNames[before.channel]}`
  return waiting === undefined ? changed : `${changed}, ${duration(waiting.at, at)} waiting`
}

/** Why somebody who was promised an answer and still has none comes first. */
export const waitedOnPromise = (madeAt: string, at: string): string =>
  `was promised an answer ${duration(madeAt, at)} ago`

/** In whole minutes, hours up to three days, then days. */
function duration(from: string, to: string): string {
  const passed = Math.max(0, Date.parse(to) - Date.parse(from))
  if (passed < hour) return `${Math.floor(passed / 60_000)} min`
  if (passed < 72 * hour) return `${Math.floor(passed / hour)} h`
  return `${Math.floor(passed / (24 * hour))} days`
}

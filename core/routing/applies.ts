import type { Contact } from '../contact/contact.ts'
import type { Conversation } from '../conversation/conversation.ts'
import type { RoutingCondition } from './rule.ts'
import { finder } from './words.ts'

/** What rules look at: a conversation, the customer's latest contact in it, whether it is their first matter. */
export type Asked = { conversation: Conversation; contact: Contact; firstTime: boolean }

/** A text longer than this is about what its beginning is about. */
const readLength = 8000

/** Whether the condition of a rule holds. Made once for what is asked, because its words are cut only once. */
export function conditionsOf({ conversation, contact, firstTime }: Asked): (when: RoutingCondition) => boolean {
  const says = finder(`${contact.subject ?? ''} ${contact.text}`.slice(0, readLength))
  return when =>
    holds(when.channel, contact.channel) &&
    holds(when.network, contact.social?.network) &&
    holds(when.kind, contact.kind) &&
    holds(when.brand, conversation.brand) &&
    holds(when.department, conversation.department) &&
    holds(when.source, contact.source) &&
    speaks(when.language, conversation.language) &&
    holdsAny(when.topic, conversation.topics) &&
    holdsAny(when.tag, conversation.tags) &&
    holds(when.priority, conversation.priority) &&
    (when.firstTime === undefined || when.firstTime === firstTime) &&
    (when.words === undefined || when.words.some(says))
}

/** Whether one of the languages is this one, where either may leave out the region (BCP 47). */
export const speaks = (languages: readonly string[] | undefined, language: string | undefined): boolean =>
  languages === undefined || (language !== undefined && languages.some(one => sameLanguage(one, language)))

const sameLanguage = (a: string, b: string): boolean =>
  a === b || (primary(a) === primary(b) && (a === primary(a) || b === primary(b)))

const primary = (language: string): string => language.split('-', 1)[0] ?? language

const holds = <Value>(wanted: readonly Value[] | undefined, value: Value | undefined): boolean =>
  wanted === undefined || (value !== undefined && wanted.includes(value))

const holdsAny = (wanted: readonly string[] | undefined, values: readonly string[]): boolean =>
  wanted === undefined || values.some(value => wanted.includes(value))

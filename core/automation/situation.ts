import type { Contact } from '../contact/contact.ts'
import type { Conversation } from '../conversation/conversation.ts'
import type { Condition, Conditions } from './condition.ts'
import { holdsPhrase, readWords } from './words.ts'

/**
 * What conditions are asked of. `contact` is the one that set it off, else the newest; without any, conditions about a
 * contact do not hold, nor does their opposite.
 */
export type Situation = {
  conversation: Conversation
  contact?: Contact
  outsideHours: boolean
  firstTime: boolean
}

/** All of `all`, and one of `any` where there are some. */
export const holdsAll = ({ all, any }: Conditions, situation: Situation): boolean =>
  all.every(one => holds(one, situation)) && (any.length === 0 || any.some(one => holds(one, situation)))

function holds(condition: Condition, situation: Situation): boolean {
  const { conversation, contact } = situation
  switch (condition.field) {
    case 'outside-hours':
      return condition.is === situation.outsideHours
    case 'first-time':
      return condition.is === situation.firstTime
    case 'words':
      return contact !== undefined && fits(condition, holdsAnyPhrase(contact, condition.values))
    case 'language':
      return fits(
        condition,
        condition.values.some(value => isLanguage(conversation.language, value)),
      )
    case 'direction':
    case 'network':
      return contact !== undefined && fits(condition, meet(ofContact(condition.field, contact), condition.values))
    default:
      return fits(condition, meet(ofConversation(condition.field, conversation), condition.values))
  }
}

const fits = ({ op }: { op: 'is' | 'is-not' }, found: boolean): boolean => found === (op === 'is')

const meet = (held: readonly string[], values: readonly string[]): boolean => held.some(one => values.includes(one))

type Field = Condition['field']

const ofContact = (field: Extract<Field, 'direction' | 'network'>, { direction, social }: Contact): string[] =>
  field === 'direction' ? [direction] : social === undefined ? [] : [social.network]

function ofConversation(
  field: Exclude<Field, 'direction' | 'network' | 'words' | 'language' | 'outside-hours' | 'first-time'>,
  conversation: Conversation,
): readonly string[] {
  switch (field) {
    case 'team':
    case 'assignee':
      return [conversation[field] ?? 'none']
    case 'tags':
    case 'topics':
      return conversation[field]
    case 'channel':
    case 'brand':
    case 'department':
    case 'status':
    case 'priority':
      return [conversation[field]]
    default:
      return field satisfies never
  }
}

/** `en` is every English, `en-GB` only that (RFC 4647 section 3.3.1). */
function isLanguage(language: string | undefined, range: string): boolean {
  const [spoken, wanted] = [language?.toLowerCase() ?? '', range.toLowerCase()]
  return spoken === wanted || spoken.startsWith(`${wanted}-`)
}

function holdsAnyPhrase({ subject = '', text }: Contact, phrases: readonly string[]): boolean {
  const words = readWords(`${subject}\n${text}`)
  return phrases.some(phrase => holdsPhrase(words, phrase))
}

import type { Contact } from '../contact/contact.ts'
import type { ConsentChange } from './change-consent.ts'
import type { Consent } from './consent.ts'

/**
 * The words by which whoever gets direct messages stops and resumes them: a message of the one word, in any case. Those of
 * Twilio (https://www.twilio.com/help/faq/sms/does-twilio-support-stop-block-and-cancel-aka-sms-filtering, French ones of
 * https://www.twilio.com/docs/proxy/opt-out-keywords), without YES, which answers questions.
 */
const stops = new Set(['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'arret', 'arrêt', 'arrete', 'arrête'])
const starts = new Set(['start', 'unstop'])

/** What a contact of one of these words asks for; undefined for all others. */
export function optOutIn({ direction, kind, automatic, text }: Contact): 'stop' | 'start' | undefined {
  if (direction !== 'inbound' || kind !== 'direct' || automatic !== undefined || text.length > 40) return undefined
  const word = text
    .trim()
    .replace(/[.!]+$/, '')
    .toLowerCase()
  if (stops.has(word)) return 'stop'
  return starts.has(word) ? 'start' : undefined
}

/** Answers may still go there: it is surveys and marketing that such a word ends. A start takes back no other refusal. */
export function optOutChanges(word: 'stop' | 'start', known: Consent | undefined): ConsentChange[] {
  const both = ['survey', 'marketing'] as const
  if (word === 'stop') return both.map(purpose => ({ do: 'deny', purpose }))
  return both.flatMap(purpose => {
    const decision = known?.purposes[purpose]
    const isByWord = decision?.state === 'denied' && decision.source === 'keyword'
    return isByWord ? [{ do: 'forget' as const, purpose }] : []
  })
}

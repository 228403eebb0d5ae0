import type { ShownContact, ShownParty } from './contact.ts'
import { masked, maskIdentifier } from './identifier.ts'

/**
 * A contact for those who may know what was said but not by whom: names, handles, identifiers, links and file names
 * are gone, and what looks like a name, a number or an address in the words is masked.
 */
export function maskContact(contact: ShownContact): ShownContact {
  const { thread: _thread, rawRef: _rawRef, answers: _answers, provider: _provider, agent: _agent, ...shown } = contact
  const { call, social, ...kept } = shown
  const maskText = textMask(namesOf([contact.from, ...contact.to]))
  return {
    ...kept,
    from: maskParty(contact.from),
    to: contact.to.map(maskParty),
    evidence: [],
    text: maskText(contact.text),
    attachments: contact.attachments.map(({ mediaType, bytes }) => ({ name: masked, mediaType, bytes, ref: masked })),
    ...(contact.subject !== undefined && { subject: maskText(contact.subject) }),
    ...(call && { call: maskCall(call) }),
    ...(social && { social: maskSocial(social) }),
  }
}

const maskParty = ({ identifier }: ShownParty): ShownParty => ({ identifier: maskIdentifier(identifier) })

function maskCall({ agent: _agent, recordingRef: _recording, ...call }: NonNullable<ShownContact['call']>) {
  return call
}

function maskSocial({ url: _url, ...social }: NonNullable<ShownContact['social']>) {
  return social
}

/** Shorter words, and those of role addresses (RFC 2142), would mask half of every text. */
const shortestName = 3
const roleWords = new Set(['info', 'mail', 'contact', 'office', 'sales', 'service', 'support', 'team', 'help', 'hello'])

/** The words of the parties' names, handles and mail addresses. */
function namesOf(parties: ShownParty[]): string[] {
  const written = parties.flatMap(({ name = '', handle = '', identifier }) => [name, handle, mailbox(identifier)])
  const words = written.flatMap(text => text.split(/[^\p{L}\p{M}\p{N}'’]+/u))
  return [...new Set(words)].filter(word => word.length >= shortestName && !roleWords.has(word.toLowerCase()))
}

const mailbox = ({ type, value }: ShownParty['identifier']): string =>
  type === 'email' ? value.replace(/@.*$/s, '') : ''

const address = /[^\s@<>()[\]",;:]{1,64}@[^\s@<>()[\]",;:]{1,255}/gu
const link = /\b(?:https?:\/\/|www\.)\S{1,2000}/giu
const handle = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]{2,64}/gu
/** Seven digits or more, however they are grouped: telephone, account, card and order numbers. */
const number = /\+?\d(?:[\s().\-/]{0,3}\d){6,30}/gu

/** The words hold letters, digits and apostrophes only, so they need no escaping. */
function textMask(names: string[]): (text: string) => string {
  const patterns = [link, address, handle, number]
  if (names.length > 0) patterns.push(new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'giu'))
  return text => patterns.reduce((left, pattern) => left.replace(pattern, masked), text)
}

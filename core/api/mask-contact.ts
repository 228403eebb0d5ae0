import type { ShownContact, ShownParty } from './contact.ts'
import { masked, maskIdentifier } from './identifier.ts'
import { textMask } from './mask-text.ts'

/**
 * A contact for those who may know what was said but not by whom: names, handles, identifiers, links and file names
 * are gone, and what looks like a name, a number or an address in the words is masked.
 */
export function maskContact(contact: ShownContact): ShownContact {
  const { thread: _thread, rawRef: _rawRef, answers: _answers, provider: _provider, agent: _agent, ...shown } = contact
  const { call, social, ...kept } = shown
  const maskText = textMask([contact.from, ...contact.to], masked)
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

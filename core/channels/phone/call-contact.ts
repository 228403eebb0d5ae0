import type { Contact, Evidence, Party } from '../../contact/contact.ts'
import type { Identifier } from '../../contact/identifier.ts'
import { contactText } from '../../payload/text.ts'
import { isOwn, type Source } from '../../source/source.ts'
import type { Payload } from '../channel.ts'

/**
 * What a phone record says of a call, whichever provider wrote it. `caller` and `callee` are the ends as the network
 * names them; an end that names nobody (withheld, an extension, the company's own client) has no identifier.
 */
export type CallRecord = {
  id: string
  provider?: Contact['provider']
  part?: string
  revision: number
  kind: 'call' | 'voicemail'
  direction: Contact['direction']
  occurredAt: string
  caller: CallEnd
  callee: CallEnd
  /** The network vouches for the caller's number (STIR/SHAKEN attestation A). */
  attested?: boolean
  text?: string
  call: NonNullable<Contact['call']>
}

export type CallEnd = { identifier?: Identifier; name?: string; handle?: string }

/** The call in the normal form. Own numbers are left out of `to`; a caller who names nobody is the line itself. */
export function callContact(record: CallRecord, source: Source, { receivedAt, rawRef }: Payload): Contact {
  const { id, provider, part, revision, kind, direction, occurredAt, call } = record
  return {
    ...{ v: 1, id, source: source.id, channel: 'phone', kind, direction, revision },
    ...(part !== undefined && { part }),
    ...(provider !== undefined && { provider }),
    ...{ brand: source.brand, department: source.department },
    ...{ occurredAt, receivedAt },
    from: callerParty(record.caller, source),
    to: direction === 'outbound' ? calledParties(record.callee, source) : [],
    ...contactText(record.text ?? ''),
    attachments: [],
    call,
    evidence: direction === 'inbound' ? callerEvidence(record, source) : [],
    rawRef,
  }
}

const callerParty = ({ identifier, ...said }: CallEnd, source: Source): Party => ({
  identifier: identifier ?? { type: 'line', value: source.id },
  ...said,
})

function calledParties({ identifier, ...said }: CallEnd, source: Source): Party[] {
  return identifier === undefined || isOwn(source, identifier) ? [] : [{ identifier, ...said }]
}

/** A caller id is what the calling network says, which anyone can forge; only attestation A makes it proof. */
function callerEvidence({ caller: { identifier }, attested }: CallRecord, source: Source): Evidence[] {
  if (identifier === undefined || isOwn(source, identifier)) return []
  return [attested ? { identifier, tier: 'T1', how: 'attested-caller' } : { identifier, tier: 'T3', how: 'caller-id' }]
}

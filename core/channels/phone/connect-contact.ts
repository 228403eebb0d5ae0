import type { Call, Contact } from '../../contact/contact.ts'
import { contactId } from '../../contact/contact-id.ts'
import { instantOfRfc3339 } from '../../payload/instant.ts'
import { optionalText } from '../../payload/text.ts'
import type { Source } from '../../source/source.ts'
import type { Payload } from '../channel.ts'
import { type CallEnd, callContact } from './call-contact.ts'
import type { ConnectRecord } from './connect-schema.ts'
import { phoneIdentifier } from './phone-number.ts'

/**
 * One record as one leg of its call: a transfer begins a new record that names the first one. The latest update of a
 * record wins. Undefined when it does not say when the call began.
 */
export function connectContact(record: ConnectRecord, payload: Payload, source: Source): Contact | undefined {
  const occurredAt = instantOfRfc3339(record.InitiationTimestamp ?? '')
  if (occurredAt === undefined) return undefined
  const provider = { account: record.InstanceARN, id: record.InitialContactId ?? record.ContactId }
  const outbound = calledOut.has(record.InitiationMethod ?? '')
  const customer = endOf(record.CustomerEndpoint, source)
  const company = endOf(record.SystemEndpoint, source)
  const leg = {
    id: contactId(provider.account, provider.id),
    provider,
    part: `leg ${record.ContactId}`.slice(0, 128),
    revision: epochSeconds(record.LastUpdateTimestamp),
    ...{ kind: 'call' as const, direction: outbound ? ('outbound' as const) : ('inbound' as const), occurredAt },
    caller: outbound ? company : customer,
    callee: outbound ? customer : company,
    call: callOf(record, outbound),
  }
  const campaign = optionalText('campaign', record.Campaign?.CampaignId)
  return { ...callContact(leg, source, payload), ...campaign }
}

/** CALLBACK is the company calling somebody back; API is StartOutboundVoiceContact. */
const calledOut = new Set(['OUTBOUND', 'EXTERNAL_OUTBOUND', 'CALLBACK', 'API'])

function endOf(endpoint: ConnectRecord['CustomerEndpoint'], source: Source): CallEnd {
  const identifier = phoneIdentifier(endpoint?.Address ?? '', source.defaultRegion)
  return identifier === undefined ? {} : { identifier }
}

/** 0 for what is no time: the earliest revision. */
const epochSeconds = (timestamp = ''): number => {
  const instant = instantOfRfc3339(timestamp)
  return instant === undefined ? 0 : Math.floor(Date.parse(instant) / 1000)
}

/** An inbound call is answered when it reaches an agent, an outbound one when it reaches the customer. */
function callOf(record: ConnectRecord, outbound: boolean): Call {
  const { Agent: agent, Queue: queue, ConnectedToSystemTimestamp: connected } = record
  const waited = { queueSeconds: queue?.Duration, holdSeconds: agent?.CustomerHoldDuration }
  return {
    answered: (outbound ? connected : agent?.ConnectedToAgentTimestamp) !== undefined,
    durationSeconds: connectedSeconds(record),
    ...waited,
    afterCallSeconds: agent?.AfterContactWorkDuration,
    ...optionalText('agent', agent?.Username),
    ...optionalText('queue', queue?.Name),
    ...optionalText('disposition', record.DisconnectReason, 128),
    ...optionalText('recordingRef', record.Recording?.Location, 1024),
  }
}

function connectedSeconds({ ConnectedToSystemTimestamp: from, DisconnectTimestamp: to }: ConnectRecord): number {
  const [start, end] = [epochSeconds(from), epochSeconds(to)]
  return start === 0 || end < start ? 0 : end - start
}

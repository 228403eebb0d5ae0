import type { Call, Contact } from '../../contact/contact.ts'
import { contactId } from '../../contact/contact-id.ts'
import { optionalText } from '../../payload/text.ts'
import type { Source } from '../../source/source.ts'
import type { Payload } from '../channel.ts'
import { type CallEnd, type CallRecord, callContact } from './call-contact.ts'
import type { Cdr } from './cdr-columns.ts'
import { type CdrEnd, type CdrEnds, channelExtension, isWithheldWord } from './cdr-ends.ts'
import { cdrStart } from './cdr-start.ts'

/** One row as one leg of its call; undefined when its time, or the zone to read it in, does not exist. */
export function cdrContact(cdr: Cdr, ends: CdrEnds, payload: Payload, source: Source): Contact | undefined {
  const occurredAt = cdrStart(cdr, source)
  if (occurredAt === undefined) return undefined
  const inbound = ends.caller.who !== 'inside'
  const leg: CallRecord = {
    ...identityOf(cdr, payload, source),
    revision: 0,
    kind: inbound && cdr.get('lastapp') === 'VoiceMail' ? 'voicemail' : 'call',
    direction: inbound ? 'inbound' : 'outbound',
    occurredAt,
    caller: { ...endParty(ends.caller), ...(inbound ? callerName(cdr) : {}) },
    callee: { ...endParty(ends.callee), ...optionalText('name', cdr.get('dst_cnam')) },
    call: callOf(cdr, ends, inbound),
  }
  return callContact(leg, source, payload)
}

const endParty = (end: CdrEnd): CallEnd => (end.who === 'outside' ? { identifier: end.identifier } : {})

/** `"Alice" <+442079460000>`; a name that only repeats a number, or says that there is none, is no name. */
function callerName(cdr: Cdr): { name?: string } {
  const name = cdr.get('cnam') ?? (cdr.get('clid') ?? '').replace(/<[^>]*>$/, '').replaceAll('"', '')
  return optionalText('name', /\p{L}/u.test(name) && !isWithheldWord(name) ? name : '')
}

/**
 * `linkedid` joins the legs of a call, `uniqueid` names a channel: `[system-]epoch.counter`. Without either the row itself,
 * and how often it came before in its file, names the call.
 */
function identityOf(cdr: Cdr, { ordinal = 0 }: Payload, source: Source): { id: string; part?: string } {
  const original = [cdr.get('linkedid'), cdr.get('uniqueid')].find(id => channelId.test(id ?? ''))
  const leg = ['start', 'src', 'dst', 'channel', 'dstchannel', 'lastapp', 'billsec', 'disposition', 'sequence']
  const hash = contactId('leg', ...leg.map(name => cdr.get(name) ?? ''))
  if (original === undefined) return { id: contactId(source.id, 'row', hash, String(ordinal)) }
  return {
    id: contactId(source.id, original),
    part: `${(cdr.get('uniqueid') ?? '').slice(0, 80)} ${hash.slice(0, 16)}`,
  }
}

const channelId = /^\S*\d{6,}\.\d+$/

function callOf(cdr: Cdr, { caller }: CdrEnds, inbound: boolean): Call {
  const disposition = (cdr.get('disposition') ?? '').toLowerCase().replace(/^no[ _]?answer$/, 'no answer')
  const answered = disposition === 'answered'
  const agent = inbound
    ? channelExtension(cdr.get('dstchannel'))
    : caller.who === 'inside'
      ? caller.extension
      : undefined
  return {
    answered,
    durationSeconds: answered ? seconds(cdr.get('billsec') ?? cdr.get('duration')) : 0,
    ...optionalText('agent', agent),
    ...optionalText('queue', cdr.get('lastapp') === 'Queue' ? cdr.get('lastdata')?.split(',')[0] : undefined),
    ...optionalText('disposition', disposition, 128),
    ...optionalText('recordingRef', cdr.get('recordingfile'), 1024),
  }
}

const seconds = (text = ''): number => (/^\d{1,7}$/.test(text) ? Number(text) : 0)

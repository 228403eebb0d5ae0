import type { Breakage, Format } from './event.ts'
import type { Draft } from './payloads/draft.ts'
import type { Random } from './random.ts'

/** What can befall each format so that nobody can read it. A cut mail is still a mail, and so is any text. */
const breakagesOf: Readonly<Record<Format, readonly Breakage[]>> = {
  mail: ['empty'],
  'twilio-voice': ['no-id', 'empty'],
  x: ['cut-off', 'not-the-format', 'empty', 'no-id'],
  meta: ['cut-off', 'not-the-format', 'empty', 'no-id'],
  contacts: ['cut-off', 'not-the-format', 'empty', 'no-id'],
  'asterisk-cdr': ['wrong-columns'],
}

const idsOf: Readonly<Record<Format, RegExp>> = {
  mail: /^Message-ID:.*\r\n/im,
  'twilio-voice': /\bCallSid=[^&]*&?/,
  x: /"(?:id|id_str|initial_tweet_id)":"?\d+"?,/g,
  meta: /"(?:comment_id|post_id|mid)":"[^"]*",/g,
  contacts: /"id":"[^"]*",/g,
  'asterisk-cdr': /$^/,
}

type Payload = Pick<Draft, 'format' | 'bytes' | 'params'>

function brokenBytes({ format, bytes }: Payload, how: Breakage): Buffer {
  const text = bytes.toString('latin1')
  switch (how) {
    case 'empty':
      return Buffer.alloc(0)
    case 'cut-off':
      return bytes.subarray(0, Math.floor(bytes.length * 0.6))
    case 'not-the-format':
      return Buffer.from('<html><body><h1>502 Bad Gateway</h1></body></html>')
    case 'no-id':
      return Buffer.from(text.replace(idsOf[format], ''), 'latin1')
    case 'wrong-columns':
      return Buffer.from(`${text.split(',').slice(0, 7).join(',')}\n`, 'latin1')
    default:
      return how satisfies never
  }
}

/** The payload as nobody can read it; what Twilio would sign changes with the body. */
export function broken<T extends Payload>(payload: T, random: Random): { payload: T; how: Breakage } {
  const how = random.pick(breakagesOf[payload.format])
  const bytes = brokenBytes(payload, how)
  const params = payload.params && Object.fromEntries(new URLSearchParams(bytes.toString()))
  return { payload: { ...payload, bytes, ...(params && { params }) }, how }
}

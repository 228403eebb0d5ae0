import type { ConsentStore } from '../consent/store.ts'
import { payloadName } from '../raw/object-name.ts'
import type { RawStore } from '../raw/raw-store.ts'
import { RetryLater } from '../record/outcome.ts'
import { secondsUntil } from './backoff.ts'
import { happened } from './happened.ts'
import { noLongerPermitted } from './permitted.ts'
import type { Reply } from './reply.ts'
import type { Looked, Sender, Senders } from './sender.ts'
import type { ReplyStore } from './store.ts'
import { afterCrash, afterLook, afterTry, taken } from './transitions.ts'

export type SendDeps = {
  replies: ReplyStore
  consent: Pick<ConsentStore, 'read' | 'readDefaults'>
  senders: Senders
  raw: Pick<RawStore, 'write'>
  /** Has the reply looked at again after so many seconds, from 0 to 900; durable when it resolves. */
  lookAgain: (id: string, seconds: number) => Promise<void>
  /** RFC 3339 UTC, ms. */
  now: () => string
  /** 32 hexadecimal digits, never the same twice. */
  newId: () => string
  /** Waits so many milliseconds. */
  wait: (ms: number) => Promise<void>
}

/** What was done with a reply that its queue handed over. */
export type SendResult = 'sent' | 'recorded' | 'waits' | 'failed' | 'unknown' | 'not there' | 'nothing to do'

/** A delay of whole seconds may end up to a second too early. */
const shortWait = 1500

const itself = 'throughline'

/**
 * Brings one reply on its way. Told twice, at once or after a crash, it is never sent twice without a look-up, or the
 * provider's own protection, in between: a try begins with a conditional write, and what a dead worker held counts as
 * unclear. What was sent is written to the intake bucket, from where it comes to the timeline like any contact.
 */
export async function sendReply(deps: SendDeps, id: string): Promise<SendResult> {
  const reply = await deps.replies.read(id)
  if (reply === undefined) return 'not there'
  const sender = deps.senders[reply.route.network]
  switch (reply.status) {
    case 'waiting':
      return (await isEarly(deps, reply)) ? 'waits' : tryOnce(deps, reply, sender)
    case 'sending':
      return takeOver(deps, reply, sender)
    case 'sent':
      return record(deps, reply)
    case 'failed':
    case 'unknown':
    case 'undone':
      return 'nothing to do'
    default:
      return reply.status satisfies never
  }
}

/** Whether its time has not come; then it is looked at again when it has. */
async function isEarly({ lookAgain, now, wait }: SendDeps, { id, nextAt }: Reply): Promise<boolean> {
  const early = Date.parse(nextAt) - Date.parse(now())
  if (early <= 0) return false
  if (early > shortWait) await lookAgain(id, secondsUntil(nextAt, Date.parse(now())))
  else await wait(early)
  return early > shortWait
}

async function tryOnce(deps: SendDeps, was: Reply, sender: Sender): Promise<SendResult> {
  const refused = was.doubt ? undefined : await noLongerPermitted(deps.consent, was)
  const mine = taken(was, deps.newId(), deps.now())
  if (!(await take(deps, mine, was))) return looksAgain(deps, was.id)
  const after = was.doubt
    ? afterLook(mine, await lookFor(sender, mine), deps.now())
    : afterTry(mine, refused ?? (await sender.send(mine)), sender, deps.now())
  return conclude(deps, mine, after)
}

/** A write whose answer was lost is made again by itself, and refused: then it is there, by this very worker. */
async function take({ replies }: SendDeps, mine: Reply, was: Reply): Promise<boolean> {
  return (await replies.change(mine, was, [])) || (await replies.read(was.id))?.worker === mine.worker
}

const lookFor = async ({ look }: Sender, reply: Reply): Promise<Looked> =>
  look === undefined ? { outcome: 'unclear' } : look(reply)

/** Another worker has it, or had it when it died. */
async function takeOver(deps: SendDeps, was: Reply, sender: Sender): Promise<SendResult> {
  const held = Date.parse(was.leaseUntil ?? was.createdAt) - Date.parse(deps.now())
  if (held > 0) {
    await deps.lookAgain(was.id, Math.ceil(held / 1000))
    return 'waits'
  }
  return conclude(deps, was, afterCrash(was, sender, deps.now()))
}

/** Somebody changed it since it was read: undone, or another worker. */
async function looksAgain({ lookAgain }: SendDeps, id: string): Promise<SendResult> {
  await lookAgain(id, 1)
  return 'waits'
}

async function conclude(deps: SendDeps, was: Reply, next: Reply): Promise<SendResult> {
  const written = await deps.replies.change(next, was, happened(next, itself, deps.now()))
  if (!written) throw new RetryLater('a reply was changed while it was in the hands of a worker')
  if (next.status === 'sent') return record(deps, next)
  if (next.status === 'failed') return 'failed'
  return next.status === 'unknown' ? 'unknown' : 'waits'
}

/** Doing it again writes the same object, which ends as the same contact. */
async function record({ raw }: SendDeps, reply: Reply): Promise<SendResult> {
  const at = Date.parse(reply.sentAt ?? reply.sendAt)
  await raw.write(
    payloadName('sent', reply.route.source, at, reply.id),
    new TextEncoder().encode(JSON.stringify(reply)),
  )
  return 'recorded'
}

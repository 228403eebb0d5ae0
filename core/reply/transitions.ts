import { giveUpAfter, nextTry } from './backoff.ts'
import type { Reply, Trouble } from './reply.ts'
import type { Looked, Sender, Sent } from './sender.ts'

/** How long one worker holds a reply: longer than the function that sends may take. */
export const leaseSeconds = 45

/** So often looked for in vain, over a minute, it counts as never taken: what a provider took may be seen late. */
const enoughLooks = 3

/** Looking goes on for an hour where the provider does not answer. */
const lookFor = 3_600_000

/** The reply in the hands of one worker; looking for it is no try. */
export const taken = (reply: Reply, worker: string, now: string): Reply => ({
  ...next(reply),
  status: 'sending',
  worker,
  tries: reply.tries + (reply.doubt ? 0 : 1),
  leaseUntil: new Date(Date.parse(now) + leaseSeconds * 1000).toISOString(),
})

/** The reply after a try. What nobody can tell is looked for, sent again under the same id, or left to a person. */
export function afterTry(reply: Reply, sent: Sent, sender: Sender, now: string): Reply {
  switch (sent.outcome) {
    case 'sent':
      return accepted(reply, sent, now, sent.refused)
    case 'refused':
      return { ...next(reply), status: 'failed', trouble: troubleOf(sent, now) }
    case 'later':
      return again(reply, troubleOf(sent, now), now, sent.afterSeconds)
    case 'unclear':
      return doubtful(reply, sender, troubleOf(sent, now), now)
    default:
      return sent satisfies never
  }
}

/** The reply after it was looked for at the provider. */
export function afterLook(reply: Reply, looked: Looked, now: string): Reply {
  const { since, looks } = reply.doubt ?? { since: now, looks: 0 }
  switch (looked.outcome) {
    case 'found':
      return accepted(reply, looked, now)
    case 'absent':
      if (looks + 1 >= enoughLooks) return again(reply, reply.trouble ?? nobodyKnows(now), now)
      return { ...waiting(reply, nextTry(now, 2 * (looks + 1), reply.id)), doubt: { since, looks: looks + 1 } }
    case 'unclear':
      if (Date.parse(now) - Date.parse(since) > lookFor) return unknown(reply, reply.trouble ?? nobodyKnows(now))
      return { ...waiting(reply, lookAgainAt(since, now, reply.id)), doubt: { since, looks } }
    default:
      return looked satisfies never
  }
}

/** A provider that does not even tell what it has is asked ever more seldom. */
const lookAgainAt = (since: string, now: string, id: string): string =>
  nextTry(now, 1 + Math.floor(Math.log2(1 + (Date.parse(now) - Date.parse(since)) / 10_000)), id)

/** A worker that held the reply is gone: as if its try had been unclear. */
export const afterCrash = (reply: Reply, sender: Sender, now: string): Reply =>
  doubtful(reply, sender, nobodyKnows(now), now)

function doubtful(reply: Reply, sender: Sender, trouble: Trouble, now: string): Reply {
  if (sender.idempotent) return again(reply, trouble, now)
  if (sender.look === undefined) return unknown(reply, trouble)
  const doubt = { since: now, looks: 0 }
  return { ...waiting(reply, nextTry(now, 1, reply.id)), doubt, trouble }
}

type Named = { providerId: string; account?: string }

/** What a provider took is known under the account that scopes its id there. */
function accepted(reply: Reply, { providerId, account }: Named, now: string, refused?: Reply['refused']): Reply {
  const { trouble: _trouble, doubt: _doubt, ...sent } = next(reply)
  const route = account === undefined ? sent.route : { ...sent.route, account }
  return { ...sent, route, status: 'sent', providerId, sentAt: now, ...(refused?.length && { refused }) }
}

function again(reply: Reply, trouble: Trouble, now: string, afterSeconds?: number): Reply {
  const { doubt: _doubt, ...known } = reply
  if (Date.parse(now) - Date.parse(reply.sendAt) > giveUpAfter)
    return { ...next(known), status: 'failed', trouble: gaveUp(trouble) }
  return { ...waiting(known, nextTry(now, reply.tries, reply.id, afterSeconds)), trouble }
}

const waiting = (reply: Reply, nextAt: string): Reply => ({ ...next(reply), status: 'waiting', nextAt })

const unknown = (reply: Reply, trouble: Trouble): Reply => ({ ...next(reply), status: 'unknown', trouble })

function next({ leaseUntil: _lease, worker: _worker, ...reply }: Reply): Reply {
  return { ...reply, version: reply.version + 1 }
}

const troubleOf = ({ code, advice }: { code: string; advice: string }, at: string): Trouble => ({
  code: code.slice(0, 64),
  advice: advice.slice(0, 500),
  at,
})

const nobodyKnows = (at: string): Trouble => ({
  code: 'no-answer',
  advice: 'Whether it was sent is not known. Look at the channel, then say here whether it is there.',
  at,
})

const gaveUp = (trouble: Trouble): Trouble => ({
  ...trouble,
  advice: `Nobody took it for a day. ${trouble.advice}`.slice(0, 500),
})

/** Taken back by a person before it was sent; undefined when that is too late. */
export const undone = (reply: Reply): Reply | undefined =>
  reply.status === 'waiting' && reply.doubt === undefined ? { ...next(reply), status: 'undone' } : undefined

/** Sent once more by a person's wish; undefined for what is not failed. */
export function retried(reply: Reply, now: string): Reply | undefined {
  if (reply.status !== 'failed') return undefined
  const { trouble: _trouble, ...rest } = next(reply)
  return { ...rest, status: 'waiting', tries: 0, nextAt: now, sendAt: now }
}

/** A person looked: what was unknown was sent, or is sent again; undefined for what is not unknown. */
export function settled(reply: Reply, wasSent: boolean, by: string, now: string): Reply | undefined {
  if (reply.status !== 'unknown') return undefined
  const { trouble: _trouble, doubt: _doubt, ...rest } = next(reply)
  if (wasSent) return { ...rest, status: 'sent', sentAt: now, settledBy: by }
  return { ...rest, status: 'waiting', tries: 0, nextAt: now, sendAt: now }
}

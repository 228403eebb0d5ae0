import { utf8ToBytes } from '@noble/hashes/utils.js'
import { RetryLater } from '../record/outcome.ts'
import { signThroughline } from '../signature/throughline.ts'
import { type Delivery, holdUntil, leased, leaseMs, type Try, tried, tryingMs } from './delivery.ts'
import type { HookDeps, Posted } from './deps.ts'
import type { Hook, Off } from './hook.ts'
import { readBody } from './read-body.ts'

/**
 * Tries a delivery whose time has come, and puts it back into the queue where it has not, or where it failed. Told twice
 * at once, one tries it. Whoever dies while trying leaves it to the queue, which tells it again: then the other system
 * may hear it twice, by the same id.
 */
export async function deliver(deps: HookDeps, id: string): Promise<void> {
  const delivery = await deps.store.read(id)
  if (delivery?.status !== 'waiting') return
  const now = deps.now()
  const free = latest(delivery.nextAt, delivery.leaseUntil ?? '')
  if (free > now) return deps.later([id], holdUntil(free, now))
  const held = leased(delivery, now)
  /** Another one tries it, or our own hold was written although no answer came back: nobody can tell. */
  if (!(await deps.store.change(held))) return deps.later([id], leaseMs / 1000)
  const hook = await deps.store.hooks.read(delivery.hook)
  const outcome = await tryOnce(deps, held, hook)
  const after = deps.now()
  const next = tried(held, { at: now, ...outcome }, after)
  if (!(await deps.store.change(next))) throw new RetryLater('somebody asked for the delivery again meanwhile')
  if (hook?.active === true) await watch(deps, hook, outcome, after)
  if (next.status === 'waiting') await deps.later([id], holdUntil(next.nextAt, after))
}

const latest = (a: string, b: string): string => (a < b ? b : a)

type Outcome = Omit<Try, 'at'>

async function tryOnce(deps: HookDeps, delivery: Delivery, hook: Hook | undefined): Promise<Outcome> {
  const secret = await deps.store.secrets.read(delivery.hook)
  if (hook?.active !== true || secret === undefined) return { ms: 0, trouble: 'switched off' }
  const body = await readBody(deps, delivery)
  if (body === undefined) return { ms: 0, trouble: 'nothing to tell' }
  const bytes = utf8ToBytes(JSON.stringify(body))
  const signature = signThroughline(bytes, secret.secret, new Date(deps.now()))
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'throughline-hooks/1',
    'x-throughline-delivery': delivery.id,
    'x-throughline-event': delivery.type,
    'x-throughline-signature': signature,
  }
  return outcomeOf(await deps.post({ url: hook.url, body: bytes, headers }))
}

/** RFC 9110 section 15: only a 2xx is a success; 410 says that it will never be there again. */
function outcomeOf(posted: Posted): Outcome {
  const ms = Math.round(posted.ms)
  if ('trouble' in posted) return { ms, trouble: posted.trouble }
  const { status } = posted
  if (status >= 200 && status < 300) return { ms, status }
  if (status === 410) return { ms, status, trouble: 'gone' }
  return { ms, status, trouble: status >= 300 && status < 400 ? 'redirected' : 'answered with an error' }
}

/** A webhook that says that it is gone, or whose tries of the last day all failed, is switched off. */
async function watch(deps: HookDeps, hook: Hook, { trouble }: Outcome, now: string): Promise<void> {
  if (trouble === 'nothing to tell') return
  if (trouble === undefined) return deps.store.noteSuccess(hook.id)
  const since = await deps.store.noteFailure(hook.id, now)
  if (trouble === 'gone') return switchOff(deps, hook, { at: now, reason: 'gone' })
  if (Date.parse(now) - Date.parse(since) >= tryingMs)
    await switchOff(deps, hook, { at: now, reason: 'failed for a day' })
}

/** Not where an operator changed it meanwhile: what was tried is not what is set now. */
async function switchOff({ store, notice }: HookDeps, hook: Hook, off: Off): Promise<void> {
  if (await store.switchOff(hook, off)) notice(hook.id)
}

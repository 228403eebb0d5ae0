import { consentStore } from '../../adapters/dynamodb/consent-store.ts'
import { replyStore } from '../../adapters/dynamodb/reply-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import type { Reply } from '../../core/reply/reply.ts'
import { type SendDeps, sendReply } from '../../core/reply/send.ts'
import type { Sender, Sent } from '../../core/reply/sender.ts'
import { at } from './replies.ts'

/** What happens at one call of the provider. `deaf`: it took it, but no answer came back. */
export type Fate = 'takes' | 'deaf' | 'busy' | 'unreachable' | 'dies before' | 'dies after'

/** What a provider offers against sending twice. */
export type Protection = 'key' | 'look' | 'none'

/** The process ends here, as by kill -9: nothing after this is done. */
export class Death extends Error {}

/** A provider that keeps what it took, and does to each call what its fate is; later ones it takes. */
export function makeProvider(protection: Protection, fates: Fate[]) {
  const took: string[] = []
  const take = (id: string) => {
    if (protection !== 'key' || !took.includes(id)) took.push(id)
    return `at-provider-${id}`
  }
  const sender: Sender = {
    idempotent: protection === 'key',
    send: async ({ id }) => sent(fates.shift() ?? 'takes', () => take(id)),
    ...(protection === 'look' && {
      look: async ({ id }) =>
        took.includes(id) ? { outcome: 'found', providerId: `at-provider-${id}` } : { outcome: 'absent' },
    }),
  }
  return { sender, took }
}

function sent(fate: Fate, take: () => string): Sent {
  switch (fate) {
    case 'takes':
      return { outcome: 'sent', providerId: take() }
    case 'deaf':
      take()
      return { outcome: 'unclear', code: 'no-answer', advice: 'Nobody answered.' }
    case 'busy':
      return { outcome: 'later', code: 'busy', advice: 'Too many at once.', afterSeconds: 30 }
    case 'unreachable':
      return { outcome: 'later', code: 'unreachable', advice: 'Nobody is there.' }
    case 'dies before':
      throw new Death()
    case 'dies after':
      take()
      throw new Death()
    default:
      return fate satisfies never
  }
}

/** One reply, its queue and its workers; `dieAt` counts the writes after which the process ends. */
export async function makeOutbox(table: Table, first: Reply, sender: Sender, dieAt: number[] = []) {
  const replies = replyStore(table)
  await replies.create(first, 0)
  const recorded: string[] = []
  const clock = { seconds: 0 }
  let queue: number[] = [10]
  let writes = 0
  let made = 0
  const mayDie = () => {
    if (dieAt.includes(++writes)) throw new Death()
  }
  const deps: SendDeps = {
    replies: {
      ...replies,
      change: async (next, was, events) => {
        const written = await replies.change(next, was, events)
        if (written && next.status === 'waiting') queue.push((Date.parse(next.nextAt) - Date.parse(at(0))) / 1000)
        mayDie()
        return written
      },
    },
    consent: consentStore(table),
    senders: { mail: sender, x: sender, facebook: sender, instagram: sender, whatsapp: sender, phone: sender },
    raw: {
      write: async (_object, bytes) => {
        recorded.push(new TextDecoder().decode(bytes))
        mayDie()
      },
    },
    lookAgain: async (_id, seconds) => void queue.push(clock.seconds + seconds),
    now: () => at(clock.seconds),
    newId: () => String(++made).padStart(32, '0'),
    wait: async ms => {
      clock.seconds += ms / 1000
    },
  }
  /** Hands over what the queue holds until it is empty; what died comes again when its visibility is over. */
  const run = async (most = 200): Promise<void> => {
    for (let step = 0; step < most && queue.length > 0; step++) {
      const [due = 0] = queue.sort((a, b) => a - b)
      queue = queue.slice(1)
      clock.seconds = Math.max(clock.seconds, due)
      try {
        await sendReply(deps, first.id)
      } catch (error) {
        if (!(error instanceof Death)) throw error
        queue.push(clock.seconds + 180)
      }
    }
  }
  const state = () => replies.read(first.id)
  return { deps, run, state, recorded, clock, tellAgain: (seconds: number) => queue.push(seconds) }
}

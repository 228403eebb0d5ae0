import { automationStore } from '../../adapters/dynamodb/automation-store.ts'
import { hookStore } from '../../adapters/dynamodb/hook-store.ts'
import { replyStore } from '../../adapters/dynamodb/reply-store.ts'
import { hookPoster } from '../../adapters/hooks/post.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import type { Contact } from '../../core/contact/contact.ts'
import type { HookDeps } from '../../core/hooks/deps.ts'
import { followHooks } from '../../core/hooks/follow.ts'
import type { Hook } from '../../core/hooks/hook.ts'
import { hookEvents } from '../../core/hooks/hook.ts'
import { makeWorld } from '../conversation/world.ts'
import { watchedTable } from '../watched-table.ts'

export const secret = 'a'.repeat(64)

/** A company that tells another system on this machine; its queue keeps deliveries back on the company's own clock. */
export async function makeHooks(url: string, differing: Partial<Hook> = {}, post = hookPoster({ loopback: true })) {
  const watched = watchedTable(memoryTable())
  const world = makeWorld(watched.table)
  const store = hookStore(watched.table)
  const queue: { id: string; dueMs: number }[] = []
  const noticed: string[] = []
  const deps: HookDeps = {
    store,
    timeline: world.timeline,
    conversations: world.deps.store,
    replies: replyStore(watched.table),
    automations: automationStore(watched.table),
    active: async () => (await store.hooks.list(10)).filter(({ active }) => active),
    later: async (ids, seconds) => {
      if (seconds > 900) throw new Error('no queue keeps anything back so long')
      queue.push(...ids.map(id => ({ id, dueMs: Date.parse(world.clock.now) + 1000 * seconds })))
    },
    post,
    notice: hook => void noticed.push(hook),
    now: () => world.clock.now,
  }
  await store.hooks.write({ v: 1, id: 'shop', url, events: [...hookEvents], active: true, ...differing })
  await store.secrets.write({ v: 1, id: 'shop', secret })

  const publish = async () => {
    for (const change of watched.taken()) await followHooks(deps, change)
  }
  /** Everything that is due by now is tried, in the order in which it came due. */
  const deliverDue = async () => {
    for (;;) {
      const at = queue.findIndex(({ dueMs }) => dueMs <= Date.parse(world.clock.now))
      const [due] = at < 0 ? [] : queue.splice(at, 1)
      if (due === undefined) return
      await followHooks(deps, { v: 1, type: 'deliver', id: due.id })
    }
  }
  /** The clock goes on, from one thing that is due to the next. */
  const pass = async (ms: number) => {
    const until = Date.parse(world.clock.now) + ms
    for (;;) {
      const next = Math.min(...queue.map(({ dueMs }) => dueMs))
      if (next > until) break
      world.clock.now = new Date(Math.max(next, Date.parse(world.clock.now))).toISOString()
      await deliverDue()
    }
    world.clock.now = new Date(until).toISOString()
  }
  const receive = async (contact: Contact) => {
    await world.receive(contact)
    await publish()
    await deliverDue()
  }
  const log = () => store.deliveries('shop', 100)
  return {
    ...world,
    conversing: world.deps,
    deps,
    store,
    queue,
    noticed,
    publish,
    deliverDue,
    pass,
    receive,
    log,
    watched,
  }
}

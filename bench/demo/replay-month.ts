import { startProgress } from '../../local/import/progress.ts'
import type { Stack } from '../../local/stack.ts'
import type { WorldEvent } from '../world/event.ts'
import { connections, type Doors } from './doors.ts'

export type Replayed = { payloads: number; contacts: Set<string>; seconds: number }

/** Delivers every payload in order of arrival, from as many senders as there are connections, and waits for the queues. */
export async function replayMonth(
  stack: Stack,
  doors: Doors,
  events: Iterable<WorldEvent>,
  total: number,
): Promise<Replayed> {
  const started = performance.now()
  const queue = events[Symbol.iterator]()
  const replayed: Replayed = { payloads: 0, contacts: new Set(), seconds: 0 }
  const progress = startProgress('delivering', 'contacts', process.stderr)
  const sender = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      await doors.deliver(next.value)
      replayed.payloads++
      for (const { contact } of next.value.truth) replayed.contacts.add(contact)
      progress.update(replayed.contacts.size, total)
    }
  }
  await Promise.all(Array.from({ length: connections }, sender))
  progress.stop()
  await drained(stack)
  return { ...replayed, seconds: (performance.now() - started) / 1000 }
}

/** Several looks in a row, since between two queues a message is in neither. What is handled makes more messages, so the whole grows. */
async function drained(stack: Stack): Promise<void> {
  let most = 1
  const progress = startProgress('recording ', 'messages', process.stderr)
  for (let quiet = 0; quiet < 5; ) {
    const waiting = stack.waiting()
    quiet = waiting === 0 ? quiet + 1 : 0
    most = Math.max(most, waiting)
    progress.update(most - waiting, most)
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  progress.stop()
}

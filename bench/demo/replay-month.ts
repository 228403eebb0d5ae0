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

/** Several looks in a row, since between two queues a message is in neither. */
async function drained(stack: Stack): Promise<void> {
  const most = Math.max(1, stack.waiting())
  const progress = startProgress('recording ', 'messages', process.stderr)
  for (let quiet = 0; quiet < 5; ) {
    quiet = stack.waiting() === 0 ? quiet + 1 : 0
    progress.update(most - Math.min(most, stack.waiting()), most)
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  progress.stop()
}

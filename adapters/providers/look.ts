import type { Reply } from '../../core/reply/reply.ts'
import type { Looked } from '../../core/reply/sender.ts'

/** One page of what we sent, newest first, and how to ask for the next. */
export type Page<T> = { items: T[]; next?: string }

/** As far back as X shows what an account posted: 3,200 in pages of 100. What may lie behind is left unclear. */
const mostPages = 32

/**
 * Looks through the pages of a network for what is ours. `absent` only when every page was read: an error, or more pages
 * than are read, leave it unclear. Of several that fit the oldest is taken, as the reply was tried first when it was due;
 * `alone`: several leave it unclear.
 */
export async function lookThrough<T extends { id: string }>(
  read: (token: string | undefined) => Promise<Page<T> | undefined>,
  isOurs: (item: T) => boolean,
  alone = false,
): Promise<Looked> {
  const found: string[] = []
  let token: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const { items, next } = (await read(token)) ?? {}
    if (items === undefined) return { outcome: 'unclear' }
    found.push(...items.filter(isOurs).map(({ id }) => id))
    if (next === undefined) return found.length === 0 ? { outcome: 'absent' } : chosen(found, alone)
    token = next
  }
  return chosen(found, alone)
}

function chosen(found: string[], alone: boolean): Looked {
  const oldest = found.at(-1)
  return oldest === undefined || (alone && found.length > 1)
    ? { outcome: 'unclear' }
    : { outcome: 'found', providerId: oldest }
}

/** Providers' clocks are right to a few seconds; many count whole ones. */
const clockTolerance = 5_000

/** The earliest that a provider may say it took the reply, in epoch milliseconds. */
export const sinceFirstTry = ({ sendAt }: Reply): number => Date.parse(sendAt) - clockTolerance

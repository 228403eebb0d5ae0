import { type HeardStore, heardAgain } from './heard.ts'

/** Notes that a payload of a source, taken in at a time (RFC 3339), was recorded now. */
export type NoteHeard = (source: string, receivedAt: string) => Promise<void>

/** Health is looked at by people: a minute is exact enough for them, and cheap however much comes in. */
const noteEveryMs = 60_000

/**
 * Notes each source once a minute at most. Several workers may do so at the same time; whoever writes last has heard of
 * nothing that is older than a minute.
 */
export function noteHeard({ read, write }: Pick<HeardStore, 'read' | 'write'>, now: () => number): NoteHeard {
  const noted = new Map<string, number>()
  return async (source, receivedAt) => {
    const at = now()
    if (at - (noted.get(source) ?? Number.NEGATIVE_INFINITY) < noteEveryMs) return
    noted.set(source, at)
    await write(heardAgain(await read(source), source, receivedAt, new Date(at).toISOString()))
  }
}

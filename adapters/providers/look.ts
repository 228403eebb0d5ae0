import type { Reply } from '../../core/reply/reply.ts'
import type { Looked } from '../../core/reply/sender.ts'

/** One page of what we sent, newest first, and how to ask for the next. */
export type Page<T> = { items: T[]; next?: string }

/** Whether something that we sent is this reply's: it is, it may be and nothing proves it, or it is not. */
export type Fit = 'ours' | 'perhaps' | 'other'

/** As far back as X shows what an account posted: 3,200 in pages of 100. What may lie behind is left unclear. */
const mostPages = 32

/**
 * Looks through the pages of a network for what is ours. `found` only where one alone fits and nothing else may; `absent`
 * only where nothing may. An error, or more pages than are read, leave it unclear: another reply's message taken for ours
 * is an answer that the customer never gets.
 */
export async function lookThrough<T extends { id: string }>(
  read: (token: string | undefined) => Promise<Page<T> | undefined>,
  fitOf: (item: T) => Fit | Promise<Fit>,
): Promise<Looked> {
  const found = new Set<string>()
  let token: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const { items, next } = (await read(token)) ?? {}
    if (items === undefined || !(await told(items, fitOf, found))) return { outcome: 'unclear' }
    if (next === undefined) return looked(found)
    token = next
  }
  return { outcome: 'unclear' }
}

/** Adds what is ours to `found`; false as soon as it cannot be told any more which one is. */
async function told<T extends { id: string }>(
  items: T[],
  fitOf: (item: T) => Fit | Promise<Fit>,
  found: Set<string>,
): Promise<boolean> {
  for (const item of items) {
    const fit = await fitOf(item)
    if (fit === 'ours') found.add(item.id)
    if (fit === 'perhaps' || found.size > 1) return false
  }
  return true
}

function looked([providerId]: Iterable<string>): Looked {
  return providerId === undefined ? { outcome: 'absent' } : { outcome: 'found', providerId }
}

/** Providers' clocks are right to a few seconds. */
const clockTolerance = 5_000

/** The earliest that a provider may say it took the reply, in epoch milliseconds. */
export const sinceFirstTry = ({ sendAt }: Reply): number => Date.parse(sendAt) - clockTolerance

/**
 * Whether what a provider took at `time` was tried for this reply. Before the reply was due it was not, unless its clock is
 * behind ours: within the tolerance it may have been. Many providers cut times to whole seconds.
 */
export function fitInTime(reply: Reply, time: string | null | undefined): Fit {
  const at = Date.parse(time ?? '')
  if (Number.isNaN(at)) return 'perhaps'
  if (at < sinceFirstTry(reply)) return 'other'
  return at >= Math.floor(Date.parse(reply.sendAt) / 1000) * 1000 ? 'ours' : 'perhaps'
}

/** What was taken after the try came to nothing may be of a later reply to the same person. */
export const isAfterTry = ({ doubt }: Reply, time: string | null | undefined): boolean =>
  doubt !== undefined && Date.parse(time ?? '') > Date.parse(doubt.since) + clockTolerance

/** fitInTime for what is known by its words: a picture has none, and nothing else tells it from another picture. */
export function fitInWords(reply: Reply, time: string | undefined, isSame: boolean): Fit {
  const fit = isSame ? fitInTime(reply, time) : 'other'
  return fit === 'ours' && reply.content.text.trim() === '' ? 'perhaps' : fit
}

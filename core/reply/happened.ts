import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { EventEntry } from '../timeline/entry.ts'
import type { StatusEvent } from '../timeline/event.ts'
import type { Reply } from './reply.ts'

/** What the timeline tells of a reply's change: what went wrong with what to do, and what was taken back. */
export function happened(next: Reply, actor: string, at: string): EventEntry[] {
  const change = changeOf(next)
  if (change === undefined) return []
  const event: StatusEvent = {
    ...{ v: 1, type: 'status', at, actor, conversation: next.conversation, change, to: next.id },
    ...reasonOf(next),
    ...(next.answers !== undefined && { contact: next.answers }),
  }
  const entryId = bytesToHex(sha256(utf8ToBytes(`${next.id} ${next.version}`))).slice(0, 32)
  return [{ type: 'event', entryId, place: { stream: next.anchor, sortAt: at }, event }]
}

function changeOf({ status, refused }: Reply): StatusEvent['change'] | undefined {
  switch (status) {
    case 'failed':
      return 'reply-failed'
    case 'unknown':
      return 'reply-unknown'
    case 'undone':
      return 'reply-undone'
    case 'sent':
      return refused === undefined ? undefined : 'reply-failed'
    case 'waiting':
    case 'sending':
      return undefined
    default:
      return status satisfies never
  }
}

function reasonOf({ status, trouble, refused }: Reply): { reason?: string } {
  if (status === 'sent' && refused) return { reason: `${refused.length} of the addressed did not get it.` }
  return trouble === undefined || status === 'undone' ? {} : { reason: trouble.advice }
}

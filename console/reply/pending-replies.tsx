import type { TimelineEntry } from '../data/entries.ts'
import { useSay } from '../words/words.ts'
import { PendingReply } from './pending-reply.tsx'
import { useNow } from './use-now.ts'
import { pendingOf, useReplies } from './use-replies.ts'

const lookMs = 30_000

export type PendingRepliesProps = { conversation: string; entries: readonly TimelineEntry[] }

/** On top of the timeline: answers that are not contacts yet. */
export function PendingReplies({ conversation, entries }: PendingRepliesProps) {
  const say = useSay()
  const replies = useReplies(conversation)
  const pending = pendingOf(replies, entries, useNow(lookMs))
  if (pending.length === 0) return null
  return (
    <ol className="list pending-replies" aria-label={say('pending.title')}>
      {pending.map(reply => (
        <li key={reply.id}>
          <PendingReply {...{ reply, replies, entries }} />
        </li>
      ))}
    </ol>
  )
}

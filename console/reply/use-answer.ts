import { useConsole } from '../app/console-context.ts'
import type { Conversation, Customer } from '../client/api.ts'
import type { TimelineEntry } from '../data/entries.ts'
import { useFiles } from './use-files.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { useReplies } from './use-replies.ts'
import { newestOf, useSeen } from './use-seen.ts'
import { useSend } from './use-send.ts'
import { usePlace } from './use-ways.ts'
import { wayOf } from './ways.ts'
import { isEmpty, useWritten } from './written.ts'

/** Everything that an answer stands on: what is written, where it goes, where it is kept, what was seen, how it is sent. */
export function useAnswer(
  conversation: Conversation,
  customer: Customer | undefined,
  loaded: readonly TimelineEntry[],
) {
  const { session } = useConsole()
  const [written, change] = useWritten(session.person.subject, conversation.id)
  const draft = useKeptDraft(conversation.id, written, change)
  const place = usePlace(conversation, customer, loaded)
  const way = wayOf(place.ways, written.way)
  const replies = useReplies(conversation.id)
  const seen = useSeen(newestOf(place.entries, replies), !isEmpty(written))
  const files = useFiles(way, file => change(now => ({ ...now, files: [...now.files, file], dirty: true })))
  const sending = useSend({ conversation, written, way, seen: seen.seen, change })
  return { written, change, draft, place, way, replies, seen, files, sending }
}

export type Answer = ReturnType<typeof useAnswer>

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useConsole } from '../app/console-context.ts'
import type { Reply } from '../client/api.ts'
import { reasonOf } from '../states/states.tsx'
import { useSay } from '../words/words.ts'
import { replyKeys } from './reply-keys.ts'
import { showReply } from './use-replies.ts'
import { changeWritten, isEmpty, nothingWritten } from './written.ts'

/** What one may do to an answer that was given; what the API refuses is told, and the answer is looked at again. */
export function useReplyActs(reply: Reply) {
  const say = useSay()
  const { api, toasts, session } = useConsole()
  const queries = useQueryClient()
  const [doing, setDoing] = useState(false)
  const carryOut = async (act: () => Promise<Reply>, after: () => void = () => undefined) => {
    setDoing(true)
    try {
      showReply(queries, await act())
      after()
    } catch (error) {
      const detail = error instanceof Error ? reasonOf(error, say) : say('failed.here')
      toasts.show({ kind: 'error', text: say('pending.failed-act'), detail })
      void queries.invalidateQueries({ queryKey: replyKeys.replies(reply.conversation) })
    } finally {
      setDoing(false)
    }
  }
  return {
    doing,
    undo: () =>
      void carryOut(
        () => api.undoReply(reply.id),
        () => takeBack(session.person.subject, reply),
      ),
    retry: () => void carryOut(() => api.retryReply(reply.id, {})),
    settle: (sent: boolean) => void carryOut(() => api.settleReply(reply.id, { sent })),
  }
}

/** What was said stands in the box again, unless its writer has begun something else or it was somebody else's. */
function takeBack(subject: string, { by, conversation, text, subject: about }: Reply): void {
  if (by !== subject) return
  changeWritten(subject, conversation, now =>
    isEmpty(now) ? { ...nothingWritten, way: now.way, text, subject: about, dirty: true } : now,
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useConsole } from '../app/console-context.ts'
import type { Reply } from '../client/api.ts'
import { ApiProblem, type Refusal } from '../client/problem.ts'
import { reasonOf } from '../states/states.tsx'
import { useSay } from '../words/words.ts'
import { waiving } from './held.tsx'
import { replyKeys } from './reply-keys.ts'
import { showReply } from './use-replies.ts'
import { changeWritten, isEmpty, nothingWritten } from './written.ts'

/**
 * What one may do to an answer that was given. What the API refuses is told, and the answer looked at again; what speaks
 * against sending it once more is held before the person, who may waive it.
 */
export function useReplyActs(reply: Reply) {
  const say = useSay()
  const { api, toasts, session } = useConsole()
  const queries = useQueryClient()
  const [doing, setDoing] = useState(false)
  const [held, setHeld] = useState<Held>()
  const waived = useRef<readonly string[]>([])
  const carryOut = async (act: () => Promise<Reply>, again?: Again) => {
    setDoing(true)
    setHeld(undefined)
    try {
      showReply(queries, await act())
      return true
    } catch (error) {
      if (again && error instanceof ApiProblem && error.refusals.length > 0)
        setHeld({ refusals: error.refusals, again })
      else {
        const detail = error instanceof Error ? reasonOf(error, say) : say('failed.here')
        toasts.show({ kind: 'error', text: say('pending.failed-act'), detail })
        void queries.invalidateQueries({ queryKey: replyKeys.replies(reply.conversation) })
      }
      return false
    } finally {
      setDoing(false)
    }
  }
  const retry: Again = waive => void carryOut(() => api.retryReply(reply.id, { waive: [...waive] }), retry)
  const sendAgain: Again = waive =>
    void carryOut(() => api.settleReply(reply.id, { sent: false, waive: [...waive] }), sendAgain)
  return {
    doing,
    held: held?.refusals ?? [],
    dismiss: () => setHeld(undefined),
    /** In spite of what is held, and of what was held before. */
    anyway: () => {
      waived.current = [...new Set([...waived.current, ...waiving(held?.refusals ?? [])])]
      held?.again(waived.current)
    },
    undo: () =>
      void carryOut(() => api.undoReply(reply.id)).then(isUndone => {
        if (isUndone) takeBack(session.person.subject, reply)
      }),
    retry: () => retry([]),
    settle: (sent: boolean) => (sent ? void carryOut(() => api.settleReply(reply.id, { sent })) : sendAgain([])),
  }
}

type Again = (waive: readonly string[]) => void
type Held = { refusals: readonly Refusal[]; again: Again }

/** What was said stands in the box again, unless its writer has begun something else or it was somebody else's. */
function takeBack(subject: string, { by, conversation, text, subject: about, cc }: Reply): void {
  if (by !== subject) return
  const copies = cc.map(({ identifier }) => identifier.display).join(', ') || undefined
  changeWritten(subject, conversation, now =>
    isEmpty(now) ? { ...nothingWritten, way: now.way, text, subject: about, cc: copies, dirty: true } : now,
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useConsole } from '../app/console-context.ts'
import type { Conversation, Reply, ReplyInput } from '../client/api.ts'
import { ApiProblem, type Refusal, Unreachable } from '../client/problem.ts'
import { dataKeys } from '../data/keys.ts'
import { reasonOf } from '../states/states.tsx'
import { useSay } from '../words/words.ts'
import { addressesIn } from './copies.ts'
import { actsOf, carryOutAll, undoingAll } from './macro-acts.ts'
import { replyKeys } from './reply-keys.ts'
import { showReply } from './use-replies.ts'
import type { Way } from './ways.ts'
import { type Change, idsOf, isEmpty, nothingWritten, type Written } from './written.ts'

export type Sending = {
  sending: boolean
  held: readonly Refusal[]
  failure: string
  /** `waive`: kinds of objections that the writer has read and does not share. */
  send: (waive?: readonly string[]) => void
  /** Puts what the API said away. */
  dismiss: () => void
}

export type SendProps = {
  conversation: Conversation
  written: Written
  way: Way | undefined
  seen: string | undefined
  change: Change
}

/** Sends an answer once, however often it is tried: what is given back, is told; what was typed stays until it is taken. */
export function useSend({ conversation, written, way, seen, change }: SendProps): Sending {
  const say = useSay()
  const { api } = useConsole()
  const accepted = useAccepted(conversation, change)
  const [sending, setSending] = useState(false)
  const [held, setHeld] = useState<readonly Refusal[]>([])
  const [failure, setFailure] = useState('')
  const attempt = useRef<Attempt>(undefined)
  const waived = useRef<readonly string[]>([])
  const refused = (error: unknown) => {
    if (error instanceof ApiProblem && error.refusals.length > 0) setHeld(error.refusals)
    else if (error instanceof Unreachable) setFailure(say('reply.not-reached'))
    else setFailure(error instanceof Error ? reasonOf(error, say) : say('failed.here'))
    // Nobody has it: the next try is another answer. Only what may have arrived keeps its id.
    if (error instanceof ApiProblem && error.status < 500) attempt.current = undefined
  }
  const carry = async (target: Way, waive: readonly string[]) => {
    setSending(true)
    setFailure('')
    setHeld([])
    try {
      const body = bodyOf(written, target, seen, waive)
      const earlier = await inDoubt(api, attempt.current, body)
      if (earlier) {
        attempt.current = undefined
        accepted(earlier, { ...nothingWritten })
        setFailure(say('reply.earlier-went'))
        return
      }
      const again = attempt.current?.words === wordsOf(body) ? attempt.current : undefined
      const id = again?.id ?? newId()
      attempt.current = { id, words: wordsOf(body) }
      const reply = await api.reply(conversation.id, { ...body, id })
      attempt.current = undefined
      accepted(reply, written)
      change(() => nothingWritten)
    } catch (error) {
      refused(error)
    } finally {
      setSending(false)
    }
  }
  return {
    ...{ sending, held, failure },
    send: (waive = []) => {
      waived.current = waive.length === 0 ? [] : [...new Set([...waived.current, ...waive])]
      if (way && !sending) void carry(way, waived.current)
    },
    dismiss: () => {
      setHeld([])
      setFailure('')
    },
  }
}

/** A try that may have arrived: what it said, and the id that makes it one. */
type Attempt = { id: string; words: string }

const newId = (): string => crypto.randomUUID().replaceAll('-', '')

const wordsOf = ({ seen: _seen, waive: _waive, ...words }: ReplyInput): string => JSON.stringify(words)

type ReplyApi = Pick<ReturnType<typeof useConsole>['api'], 'readReply'>

/** The answer that an earlier try became, where its words were others: it must not be sent a second time unseen. */
async function inDoubt(api: ReplyApi, attempt: Attempt | undefined, body: ReplyInput): Promise<Reply | undefined> {
  if (attempt === undefined || attempt.words === wordsOf(body)) return undefined
  try {
    return await api.readReply(attempt.id)
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return undefined
    throw error
  }
}

function bodyOf(written: Written, way: Way, seen: string | undefined, waive: readonly string[]): ReplyInput {
  const { text, subject, everybody, language } = written
  const cc = way.network === 'mail' ? addressesIn(written.cc) : []
  const isNetwork = way.network !== 'mail' && way.network !== 'phone'
  return {
    ...{ text, attachments: idsOf(written), waive },
    ...(way.typed === undefined ? way.answers !== undefined && { answers: way.answers } : { to: way.typed }),
    ...(isNetwork && way.typed === undefined && { form: way.form }),
    ...(way.network === 'mail' && subject && { subject }),
    ...(cc.length > 0 && { cc }),
    ...(everybody && way.others > 0 && { everybody: true }),
    ...(language !== undefined && { language }),
    ...(seen !== undefined && { seen }),
  }
}

/** Shows it on its way, does what its macro does, and offers to take both back for as long as the API does. */
function useAccepted(conversation: Conversation, change: Change) {
  const say = useSay()
  const { api, toasts } = useConsole()
  const queries = useQueryClient()
  const failed = (error: unknown, text: string) => {
    const detail = error instanceof Error ? reasonOf(error, say) : say('failed.here')
    toasts.show({ kind: 'error', text, detail })
  }
  const again = () => {
    void queries.invalidateQueries({ queryKey: dataKeys.conversation(conversation.id) })
    void queries.invalidateQueries({ queryKey: replyKeys.replies(conversation.id) })
  }
  return (reply: Reply, written: Written) => {
    const acts = written.actions ? actsOf(written.actions) : []
    showReply(queries, reply)
    const done = carryOutAll(api, conversation.id, acts).catch(error => failed(error, say('macro.not-done')))
    void done.then(again)
    const undo = async () => {
      try {
        showReply(queries, await api.undoReply(reply.id))
        const { version: _version, ...words } = written
        change(now => (isEmpty(now) && !isEmpty(written) ? { ...words, dirty: true } : now))
        await done
        await carryOutAll(api, conversation.id, undoingAll(acts, conversation))
      } catch (error) {
        failed(error, say('pending.failed-act'))
      }
      again()
    }
    const [whom] = reply.to
    toasts.show({
      kind: 'success',
      text: say('reply.accepted', { to: whom ? (whom.name ?? whom.handle ?? whom.identifier.display) : '' }),
      forMs: Math.max(0, Date.parse(reply.sendAt) - Date.parse(reply.createdAt)),
      undo: () => void undo(),
    })
  }
}

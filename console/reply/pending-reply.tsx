import Button from '@cloudscape-design/components/button'
import Icon from '@cloudscape-design/components/icon'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { Reply } from '../client/api.ts'
import { nameOfParty } from '../customer/customer-name.ts'
import type { TimelineEntry } from '../data/entries.ts'
import { actorText } from '../entries/actor-text.ts'
import { WordsOf } from '../entries/words-of.tsx'
import { troubleText } from '../words/api-texts.ts'
import { Moment } from '../words/moment.tsx'
import { useSay, useWords } from '../words/words.ts'
import { Held } from './held.tsx'
import { useNow } from './use-now.ts'
import { useReplyActs } from './use-reply-acts.ts'

const indicator: Record<Reply['status'], StatusIndicatorProps.Type> = {
  waiting: 'pending',
  sending: 'in-progress',
  sent: 'success',
  failed: 'error',
  unknown: 'warning',
  undone: 'stopped',
}

export type PendingReplyProps = {
  reply: Reply
  /** The answers and the entries that may speak against sending it again. */
  replies: readonly Reply[]
  entries: readonly TimelineEntry[]
}

/** An answer that is not a contact yet: how it stands, and what one may do about it. */
export function PendingReply({ reply, replies, entries }: PendingReplyProps) {
  const say = useSay()
  const who = actorText(reply.actor, say)
  const to = reply.to.map(nameOfParty).join(', ')
  return (
    <article
      className={`entry outbound pending ${reply.status}`}
      data-row={reply.id}
      tabIndex={-1}
      aria-label={say('pending.label', { who, to })}
    >
      <header>
        <Icon name="send" variant="subtle" />
        <strong dir="auto">{who}</strong>
        <span className="quiet">
          {say(`network.${reply.network}`)} · {say('pending.to', { to })}
          {reply.cc.length > 0 && ` · ${say('pending.cc', { cc: reply.cc.map(nameOfParty).join(', ') })}`}
        </span>
        <span role="status">
          <StatusIndicator type={indicator[reply.status]}>{say(`pending.${reply.status}`)}</StatusIndicator>
        </span>
        <span className="when">
          <Moment at={reply.createdAt} style="clock" />
        </span>
      </header>
      {reply.subject !== undefined && (
        <p className="subject" dir="auto">
          {reply.subject}
        </p>
      )}
      <WordsOf text={reply.text} />
      {reply.attachments.length > 0 && <p className="quiet">{reply.attachments.map(({ name }) => name).join(', ')}</p>}
      <Outcome {...{ reply, replies, entries }} />
    </article>
  )
}

/** What became of it, with what to do. */
function Outcome({ reply, replies, entries }: PendingReplyProps) {
  const words = useWords()
  const { say } = words
  const { doing, held, dismiss, anyway, undo, retry, settle } = useReplyActs(reply)
  const { status, trouble, refused = [] } = reply
  return (
    <SpaceBetween size="xxs">
      {trouble && status !== 'sent' && <p className="advice">{troubleText(trouble, words)}</p>}
      {refused.map(({ party, reason }) => (
        <p key={party} className="advice">
          {say('pending.refused', { party, reason })}
        </p>
      ))}
      {status === 'waiting' && reply.mayBeUndone && <Undo sendAt={reply.sendAt} disabled={doing} onUndo={undo} />}
      {status === 'failed' && (
        <Button iconName="refresh" disabled={doing} onClick={retry}>
          {say('pending.retry')}
        </Button>
      )}
      {status === 'unknown' && (
        <SpaceBetween size="xs" direction="horizontal" alignItems="center">
          <span>{say('pending.look')}</span>
          <Button disabled={doing} onClick={() => settle(true)}>
            {say('pending.there')}
          </Button>
          <Button disabled={doing} onClick={() => settle(false)}>
            {say('pending.not-there')}
          </Button>
        </SpaceBetween>
      )}
      <Held refusals={held} {...{ replies, entries }} onDismiss={dismiss} onSendAnyway={anyway} />
    </SpaceBetween>
  )
}

function Undo({ sendAt, disabled, onUndo }: { sendAt: string; disabled: boolean; onUndo: () => void }) {
  const say = useSay()
  const left = Math.ceil((Date.parse(sendAt) - useNow(1000)) / 1000)
  if (left <= 0) return null
  return (
    <SpaceBetween size="xs" direction="horizontal" alignItems="center">
      <Button iconName="undo" disabled={disabled} onClick={onUndo}>
        {say('undo')}
      </Button>
      <span className="quiet" aria-hidden="true">
        {say('pending.seconds', { seconds: left })}
      </span>
    </SpaceBetween>
  )
}

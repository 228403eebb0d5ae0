import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useLocation } from '@tanstack/react-router'
import { useGo } from '../app/router.tsx'
import type { Reply } from '../client/api.ts'
import type { Refusal } from '../client/problem.ts'
import type { TimelineEntry } from '../data/entries.ts'
import { useNames } from '../data/people.ts'
import { actorText } from '../entries/actor-text.ts'
import { refusalText } from '../words/api-texts.ts'
import { Moment } from '../words/moment.tsx'
import { useSay, useWords } from '../words/words.ts'

export type HeldProps = {
  refusals: readonly Refusal[]
  replies: readonly Reply[]
  entries: readonly TimelineEntry[]
  onSendAnyway: () => void
  onDismiss: () => void
}

/** Why the answer was not taken, with what it comes from; what its writer may decide, they decide. */
export function Held({ refusals, replies, entries, onSendAnyway, onDismiss }: HeldProps) {
  const words = useWords()
  const { say } = words
  if (refusals.length === 0) return null
  const mayWaive = refusals.every(({ waivable }) => waivable)
  return (
    <div role="alert">
      <Alert
        type="warning"
        header={say('held.title')}
        dismissible
        dismissAriaLabel={say('close')}
        onDismiss={onDismiss}
        action={mayWaive && <Button onClick={onSendAnyway}>{say('held.anyway')}</Button>}
      >
        <ul className="held">
          {refusals.map(refusal => (
            <li key={`${refusal.kind} ${refusal.message}`}>
              <Answered refusal={refusal} replies={replies} entries={entries} /> {refusalText(refusal, words)}{' '}
              {refusal.entryIds.map(id => (
                <Source key={id} id={id} replies={replies} entries={entries} />
              ))}
            </li>
          ))}
        </ul>
        {!mayWaive && <Box variant="small">{say('held.must')}</Box>}
      </Alert>
    </div>
  )
}

type AnsweredProps = { refusal: Refusal } & Pick<HeldProps, 'replies' | 'entries'>

/** Who answered, and how long ago, where that is what speaks against it. */
function Answered({ refusal: { kind, entryIds }, replies, entries }: AnsweredProps) {
  const say = useSay()
  const names = useNames()
  if (kind !== 'another-answer') return null
  const reply = replies.find(({ id }) => entryIds.includes(id))
  const entry = entries.find(({ id }) => entryIds.includes(id))
  const contact = entry?.type === 'contact' ? entry : undefined
  const at = reply?.createdAt ?? contact?.sortAt
  if (at === undefined) return null
  const agent = contact?.agent
  const who = reply ? actorText(reply.actor, say) : agent === undefined ? say('held.colleague') : names.agent(agent)
  return (
    <strong>
      <bdi>{say('held.answered', { who })}</bdi> <Moment at={at} />.
    </strong>
  )
}

/** That they were read: each by its kind, and by the entries that were shown, so that a later one is held again. */
export const waiving = (refusals: readonly Refusal[]): string[] =>
  refusals.flatMap(({ kind, entryIds }) => [kind, ...entryIds.map(id => `${kind}:${id}`)])

type SourceProps = { id: string; replies: readonly Reply[]; entries: readonly TimelineEntry[] }

/** What speaks against it: another answer on its way as it is, or an entry of the timeline with a way there. */
function Source({ id, replies, entries }: SourceProps) {
  const say = useSay()
  const reply = replies.find(one => one.id === id)
  if (reply) return <Quoted who={actorText(reply.actor, say)} text={reply.text} />
  const entry = entries.find(one => one.id === id)
  return (
    <SpaceBetween size="xxs">
      {entry?.type === 'contact' && <Quoted who={entry.from.name ?? entry.from.identifier.display} text={entry.text} />}
      <Jump id={id} />
    </SpaceBetween>
  )
}

const longestQuoted = 300

function Quoted({ who, text }: { who: string; text: string }) {
  return (
    <blockquote className="other-answer">
      <strong dir="auto">{who}</strong>{' '}
      <span dir="auto">{text.length > longestQuoted ? `${text.slice(0, longestQuoted)}…` : text}</span>
    </blockquote>
  )
}

/** Shows an entry of the timeline; what is being written stays where it is. */
export function Jump({ id }: { id: string }) {
  const say = useSay()
  const go = useGo()
  const { pathname } = useLocation()
  const href = `${pathname}?entry=${encodeURIComponent(id)}`
  return (
    <Link
      href={href}
      onFollow={event => {
        event.preventDefault()
        go(href, 'replace')
      }}
    >
      {say('held.show')}
    </Link>
  )
}

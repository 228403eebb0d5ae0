import Alert from '@cloudscape-design/components/alert'
import type { Reply } from '../client/api.ts'
import type { TimelineEntry } from '../data/entries.ts'
import { actorText } from '../entries/actor-text.ts'
import { Moment } from '../words/moment.tsx'
import { useSay } from '../words/words.ts'
import { useNow } from './use-now.ts'

/** So long an answer of somebody else is worth a look before one gives another. */
const justMs = 10 * 60_000
const lookMs = 30_000

type Said = { me: string; replies: readonly Reply[]; entries: readonly TimelineEntry[] }

/** The newest answer of a colleague that was given just now, unless the customer has spoken since. */
export function answeredJustNow({ me, replies, entries }: Said, now: number): Reply | undefined {
  const answer = replies
    .filter(({ by, status }) => by !== me && status !== 'undone' && status !== 'failed')
    .reduce<Reply | undefined>((a, b) => (a && a.createdAt >= b.createdAt ? a : b), undefined)
  if (answer === undefined || now - Date.parse(answer.createdAt) > justMs) return undefined
  const spoke = entries.some(
    entry => entry.type === 'contact' && entry.direction === 'inbound' && entry.receivedAt > answer.createdAt,
  )
  return spoke ? undefined : answer
}

/** That a colleague has answered just now: "Ben Ashby answered 2 minutes ago". */
export function JustAnswered(said: Said) {
  const say = useSay()
  const answer = answeredJustNow(said, useNow(lookMs))
  if (answer === undefined) return null
  return (
    <div role="status">
      <Alert type="info">
        <strong>
          <bdi>{say('just.answered', { who: actorText(answer.actor, say) })}</bdi> <Moment at={answer.createdAt} />.
        </strong>{' '}
        {say('just.about')}
      </Alert>
    </div>
  )
}

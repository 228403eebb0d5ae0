import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import type { Reply } from '../client/api.ts'
import { nameOfParty } from '../customer/customer-name.ts'
import type { TimelineEntry } from '../data/entries.ts'
import { actorText } from '../entries/actor-text.ts'
import { useSay } from '../words/words.ts'

export type NewsProps = {
  entries: readonly TimelineEntry[]
  replies: readonly Reply[]
  me: string
  isNews: (at: string) => boolean
  onLook: () => void
}

/** What came while somebody was writing: the customer's new word, or a colleague's answer. */
export function News({ entries, replies, me, isNews, onLook }: NewsProps) {
  const say = useSay()
  const contact = entries.find(
    entry => entry.type === 'contact' && entry.direction === 'inbound' && isNews(entry.receivedAt),
  )
  const reply = replies.find(
    one => one.by !== me && isNews(one.createdAt) && one.status !== 'undone' && one.status !== 'failed',
  )
  const told = [
    ...(contact?.type === 'contact'
      ? [say('news.contact', { who: nameOfParty(contact.from), text: contact.text })]
      : []),
    ...(reply ? [say('news.reply', { who: actorText(reply.actor, say), text: reply.text })] : []),
  ]
  if (told.length === 0) return null
  return (
    <div role="status">
      <Alert type="info" action={<Button onClick={onLook}>{say('news.seen')}</Button>}>
        {told.map(one => (
          <p key={one} className="news" dir="auto">
            {one}
          </p>
        ))}
      </Alert>
    </div>
  )
}

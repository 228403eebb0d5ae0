import Badge from '@cloudscape-design/components/badge'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Link from '@cloudscape-design/components/link'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useRef } from 'react'
import { useFollow } from '../app/router.tsx'
import type { ConversationRow } from '../client/api.ts'
import { useNames } from '../data/people.ts'
import { isBreaching } from '../queue/views.ts'
import { Moment } from '../words/moment.tsx'
import { useSay } from '../words/words.ts'
import { MentionActions } from './mention-actions.tsx'
import { Post } from './post.tsx'
import { useInView } from './use-in-view.ts'
import { useMatter } from './use-matter.ts'

/** One matter that began in public: the latest post as people see it, why it waits, and what to do with it. */
export function MentionCard({ row }: { row: ConversationRow }) {
  const follow = useFollow()
  const card = useRef<HTMLElement>(null)
  const matter = useMatter(row.id, useInView(card))
  return (
    <article data-row={row.id} aria-label={row.title} ref={card}>
      <Container
        footer={<MentionActions row={row} conversation={matter.data?.conversation} />}
        header={
          <Header variant="h2" description={<Facts row={row} />}>
            <Link href={`/conversations/${row.id}`} onFollow={follow} fontSize="heading-s">
              <span dir="auto">{row.name ?? row.title}</span>
            </Link>
          </Header>
        }
      >
        <Post row={row} matter={matter} />
      </Container>
    </article>
  )
}

/** Stands in a paragraph: only what may be in one. */
function Facts({ row }: { row: ConversationRow }) {
  const say = useSay()
  const { agent } = useNames()
  const soon = isBreaching(row, Date.now())
  return (
    <span className="mention-facts">
      {row.network && <Badge color="blue">{say(`identifier.${row.network}`)}</Badge>}
      {(row.priority === 'urgent' || row.priority === 'high') && (
        <Badge color="red">{say(`priority.${row.priority}`)}</Badge>
      )}
      {row.dueAt !== undefined && (
        <StatusIndicator type={row.late ? 'error' : soon ? 'warning' : 'pending'}>
          {row.late && `${say('queue.late')} `}
          <Moment at={row.dueAt} />
        </StatusIndicator>
      )}
      {row.assignee !== undefined && <span>{say('mentions.with', { name: agent(row.assignee) })}</span>}
      {row.contacts > 1 && <span>{say('mentions.more-in-matter', { count: row.contacts })}</span>}
      {row.tags.length > 0 && <span>{row.tags.map(tag => `#${tag}`).join(' ')}</span>}
    </span>
  )
}

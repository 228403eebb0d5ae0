import Badge from '@cloudscape-design/components/badge'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useConsole, useMay } from '../../app/console-context.ts'
import { useFollow } from '../../app/router.tsx'
import { Failed, Loading } from '../../states/states.tsx'
import { Moment } from '../../words/moment.tsx'
import { useSay } from '../../words/words.ts'
import { TopicActions } from './topic-actions.tsx'

export const topicsKey = ['topics'] as const

/** What a topic is known by, in customers' words, the contacts that say so, and how people put it right. */
export function TopicDetail({ id }: { id: string }) {
  const say = useSay()
  const may = useMay()
  const follow = useFollow()
  const { api } = useConsole()
  const list = useQuery({ queryKey: topicsKey, queryFn: ({ signal }) => api.topics({ limit: 100 }, signal) })
  const topic = list.data?.items.find(one => one.id === id)
  if (list.error) return <Failed error={list.error} what={say('insights.topic')} onRetry={() => void list.refetch()} />
  if (!list.data) return <Loading what={say('insights.loading')} />
  if (topic === undefined) return null
  const all = list.data.items
  return (
    <Container
      header={
        <Header variant="h2" {...(may('nameTopic') && { actions: <TopicActions key={id} topic={topic} all={all} /> })}>
          <bdi>{topic.label}</bdi>
        </Header>
      }
    >
      <SpaceBetween size="s">
        <figure className="topic-example">
          <blockquote>
            <bdi>{topic.example}</bdi>
          </blockquote>
          <figcaption className="quiet">{say('insights.topic-example', { count: topic.size })}</figcaption>
        </figure>
        <SpaceBetween direction="horizontal" size="xs">
          {topic.terms.map(term => (
            <Badge key={term}>{term}</Badge>
          ))}
        </SpaceBetween>
        <Link href={`/search?${new URLSearchParams({ q: topic.terms.slice(0, 2).join(' ') })}`} onFollow={follow}>
          {say('insights.topic-contacts')}
        </Link>
        <span className="quiet">
          {say('insights.topic-found')} <Moment at={topic.clusteredAt} />
        </span>
      </SpaceBetween>
    </Container>
  )
}

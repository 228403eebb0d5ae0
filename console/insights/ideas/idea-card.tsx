import Badge from '@cloudscape-design/components/badge'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useFollow } from '../../app/router.tsx'
import type { Api } from '../../client/api.ts'
import { isWebAddress } from '../../entries/web-address.ts'
import { useWords } from '../../words/words.ts'
import { type Asked, addressOf } from '../asked.ts'
import { Exchanges } from '../topics/exchanges.tsx'
import { valueText } from '../write-value.ts'

export type Idea = Awaited<ReturnType<Api['contentIdeas']>>['items'][number]

/** One frequent question: how often, how it is answered, and what we publish about it. */
export function IdeaCard({ idea, asked }: { idea: Idea; asked: Asked }) {
  const words = useWords()
  const { say } = words
  const follow = useFollow()
  const { topic, label, kind, tag, before, settled } = idea
  const count = (value: number) => valueText(value, 'count', words)
  return (
    <article aria-label={label}>
      <Container
        header={
          <Header variant="h2" description={<Coverage idea={idea} />}>
            <Link href={addressOf('topics', { ...asked, value: topic })} onFollow={follow} fontSize="heading-m">
              <bdi>{label}</bdi>
            </Link>
          </Header>
        }
      >
        <SpaceBetween size="s">
          <SpaceBetween direction="horizontal" size="xs">
            <span>{say('insights.asked', { count: count(idea.asked) })}</span>
            {before !== undefined && <span className="quiet">{say('ideas.before', { count: count(before) })}</span>}
            {settled !== undefined && (
              <span className="quiet">{say('ideas.settled', { share: valueText(settled, 'share', words) })}</span>
            )}
            {kind && <Badge>{say(`insights.kind.${kind}`)}</Badge>}
            {tag && <Badge color={tag === 'falling' ? 'grey' : 'blue'}>{say(`insights.tag.${tag}`)}</Badge>}
          </SpaceBetween>
          <Exchanges items={idea.exchanges.slice(0, 3)} />
        </SpaceBetween>
      </Container>
    </article>
  )
}

/** Words tell it only so far: the page that comes nearest is named, for people to look. */
function Coverage({ idea: { coverage } }: { idea: Idea }) {
  const { say } = useWords()
  if (coverage === undefined) return <StatusIndicator type="warning">{say('ideas.uncovered')}</StatusIndicator>
  const { title, url } = coverage.entry
  const address = url !== undefined && isWebAddress(url) ? url : undefined
  return (
    <StatusIndicator type="success">
      {say('ideas.covered')}{' '}
      {address === undefined ? (
        <bdi>{title}</bdi>
      ) : (
        <Link href={address} external>
          {title}
        </Link>
      )}
    </StatusIndicator>
  )
}

import Badge from '@cloudscape-design/components/badge'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Link from '@cloudscape-design/components/link'
import { useFollow } from '../../app/router.tsx'
import { Failed } from '../../states/states.tsx'
import { useWords } from '../../words/words.ts'
import { type Asked, type AskedQuery, addressOf } from '../asked.ts'
import { useReport } from '../use-report.ts'
import { Waiting } from '../waiting.tsx'
import { valueText } from '../write-value.ts'

/** What customers ask most, and what of it is new or rising. */
export function TopicLines({ asked, query }: { asked: Asked; query: AskedQuery }) {
  const words = useWords()
  const { say } = words
  const follow = useFollow()
  const answer = useReport('topics', { ...query, by: 'topic', limit: 6 })
  const rows = answer.data?.rows.filter(({ figure }) => figure === 'asked') ?? []
  const share = (key: string) => answer.data?.rows.find(row => row.figure === 'asked-share' && row.key === key)?.value
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <Link href={addressOf('topics', asked)} onFollow={follow}>
              {say('insights.all-topics')}
            </Link>
          }
        >
          {say('insights.topics')}
        </Header>
      }
    >
      {answer.error && (
        <Failed error={answer.error} what={say('insights.topics')} onRetry={() => void answer.refetch()} />
      )}
      <Waiting answer={answer} />
      {answer.data && rows.length === 0 && <p className="quiet">{say('insights.no-topics')}</p>}
      <ol className="topic-lines">
        {rows.map(row => (
          <li key={row.key}>
            <span>
              <Link href={addressOf('topics', { ...asked, value: row.key })} onFollow={follow}>
                {row.label ?? row.key}
              </Link>{' '}
              {row.tag && (
                <Badge color={row.tag === 'falling' ? 'grey' : 'blue'}>{say(`insights.tag.${row.tag}`)}</Badge>
              )}
            </span>
            <span>{say('insights.asked', { count: valueText(row.value ?? 0, 'count', words) })}</span>
            <span className="quiet">{valueText(share(row.key) ?? 0, 'share', words)}</span>
          </li>
        ))}
      </ol>
    </Container>
  )
}

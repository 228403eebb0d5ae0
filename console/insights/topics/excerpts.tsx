import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useQuery } from '@tanstack/react-query'
import { useConsole } from '../../app/console-context.ts'
import { Failed } from '../../states/states.tsx'
import { useSay } from '../../words/words.ts'
import { Waiting } from '../waiting.tsx'
import { Exchanges } from './exchanges.tsx'

/** Typical contacts of a topic, with the answers to them. */
export function Excerpts({ topic }: { topic: string }) {
  const say = useSay()
  const { api } = useConsole()
  const list = useQuery({
    queryKey: ['excerpts', topic],
    queryFn: ({ signal }) => api.excerpts({ topic, limit: 5 }, signal),
  })
  return (
    <Container header={<Header variant="h2">{say('insights.excerpts')}</Header>}>
      {list.error && <Failed error={list.error} what={say('insights.excerpts')} onRetry={() => void list.refetch()} />}
      <Waiting answer={list} />
      {list.data?.items.length === 0 && <p className="quiet">{say('insights.no-excerpts')}</p>}
      {list.data && <Exchanges items={list.data.items} />}
    </Container>
  )
}

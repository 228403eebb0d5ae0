import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useConsole } from '../../app/console-context.ts'
import { Failed, Loading } from '../../states/states.tsx'
import { useSay } from '../../words/words.ts'
import { listKey } from '../list/use-list.ts'
import { FiringTable } from './firing-table.tsx'

const noCursor: string | undefined = undefined

/** What the rule did in the last ninety days. */
export function AutomationLogPanel({ rule }: { rule: string }) {
  const say = useSay()
  const { api } = useConsole()
  const log = useInfiniteQuery({
    queryKey: [...listKey('automations'), rule, 'log'],
    queryFn: ({ pageParam, signal }) => api.automationLog(rule, { limit: 25, cursor: pageParam }, signal),
    initialPageParam: noCursor,
    getNextPageParam: page => page.cursor,
    refetchInterval: 20_000,
  })
  return (
    <Container
      header={
        <Header variant="h2" description={say('ops.log.about')}>
          {say('ops.log')}
        </Header>
      }
    >
      {log.error && <Failed error={log.error} what={say('ops.log')} onRetry={() => void log.refetch()} />}
      {log.isPending && !log.error && <Loading what={say('ops.loading')} />}
      {log.data && (
        <FiringTable
          firings={log.data.pages.flatMap(({ items }) => items)}
          title={say('ops.log')}
          empty={say('ops.log.empty')}
        />
      )}
      {log.hasNextPage && (
        <Button formAction="none" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {say('queue.more')}
        </Button>
      )}
    </Container>
  )
}

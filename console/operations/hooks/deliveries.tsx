import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useConsole } from '../../app/console-context.ts'
import type { Hook, HookDelivery } from '../../client/api.ts'
import { Empty, Failed, reasonOf } from '../../states/states.tsx'
import { useSay } from '../../words/words.ts'
import { listKey } from '../list/use-list.ts'
import { deliveryColumns } from './delivery-columns.tsx'

const noCursor: string | undefined = undefined
const dayMs = 24 * 3_600_000

/** What the webhook was told in the last thirty days; a trial, and the way to tell it again. */
export function Deliveries({ hook: { id, active } }: { hook: Hook }) {
  const say = useSay()
  const { api } = useConsole()
  const log = useInfiniteQuery({
    queryKey: [...listKey('hooks'), id, 'deliveries'],
    queryFn: ({ pageParam, signal }) => api.hookDeliveries(id, { limit: 25, cursor: pageParam }, signal),
    initialPageParam: noCursor,
    getNextPageParam: page => page.cursor,
    refetchInterval: 5000,
  })
  const items = log.data?.pages.flatMap(page => page.items) ?? []
  const test = useTold(() => api.testHook(id), say('ops.hook.tested'))
  const again = useTold((delivery: string) => api.replayDelivery(id, delivery), say('ops.hook.replayed'))
  const failed = useTold(
    () => api.replayHook(id, { since: new Date(Date.now() - dayMs).toISOString() }),
    say('ops.hook.replayed'),
  )
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={say('ops.deliveries.about')}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button disabled={!active} loading={failed.isPending} onClick={() => failed.mutate('')}>
                {say('ops.hook.replay-failed')}
              </Button>
              <Button disabled={!active} loading={test.isPending} onClick={() => test.mutate('')}>
                {say('ops.hook.test')}
              </Button>
            </SpaceBetween>
          }
        >
          {say('ops.deliveries')}
        </Header>
      }
    >
      {log.error && <Failed error={log.error} what={say('ops.deliveries')} onRetry={() => void log.refetch()} />}
      <Table<HookDelivery>
        variant="embedded"
        items={items}
        trackBy="id"
        wrapLines
        loading={log.isPending && !log.error}
        loadingText={say('ops.loading')}
        ariaLabels={{ tableLabel: say('ops.deliveries') }}
        empty={<Empty title={say('ops.deliveries.empty')}>{say('ops.deliveries.empty-about')}</Empty>}
        columnDefinitions={deliveryColumns(say, active ? delivery => again.mutate(delivery) : undefined)}
        footer={
          log.hasNextPage && (
            <Button loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
              {say('queue.more')}
            </Button>
          )
        }
      />
    </Container>
  )
}

/** Something that is told: said when it is on its way, and when it was refused. The log follows by itself. */
function useTold(tell: (delivery: string) => Promise<unknown>, done: string) {
  const say = useSay()
  const { toasts } = useConsole()
  return useMutation({
    mutationFn: tell,
    onSuccess: () => toasts.show({ kind: 'info', text: done }),
    onError: error => toasts.show({ kind: 'error', text: say('ops.hook.not-told'), detail: reasonOf(error, say) }),
  })
}

import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import Table from '@cloudscape-design/components/table'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useActs } from '../acts/use-acts.ts'
import { useConsole } from '../app/console-context.ts'
import { useFollow, useGo } from '../app/router.tsx'
import type { ConversationRow } from '../client/api.ts'
import { dataKeys } from '../data/keys.ts'
import { useMe, useNames } from '../data/people.ts'
import { focusedRow, focusRow, useKeys } from '../keys/keys.ts'
import { Empty, Failed } from '../states/states.tsx'
import { useSay } from '../words/words.ts'
import { BulkActions } from './bulk-actions.tsx'
import { queueColumns } from './columns.tsx'
import { QueueFilter } from './queue-filter.tsx'
import { isBreaching, queryOf, type View, viewIn } from './views.ts'

/** A list of conversations to work from, live. */
export function QueueScreen() {
  const say = useSay()
  const follow = useFollow()
  const view = viewIn(useParams({ from: '/queue/$view' }).view)
  const { rows, list, narrowed } = useQueue(view)
  const [chosen, setChosen] = useState<readonly ConversationRow[]>([])
  const selected = rows.filter(({ id }) => chosen.some(one => one.id === id))
  const names = useNames()
  useQueueKeys(rows)
  return (
    <>
      <Table<ConversationRow>
        variant="full-page"
        trackBy="id"
        items={rows}
        loading={list.isPending}
        loadingText={say('queue.loading')}
        selectionType="multi"
        selectedItems={selected}
        onSelectionChange={({ detail }) => setChosen(detail.selectedItems)}
        columnDefinitions={queueColumns(say, follow, names)}
        ariaLabels={tableLabels(say)}
        stickyHeader
        wrapLines
        header={
          <Header
            variant="awsui-h1-sticky"
            counter={list.isPending ? '' : `(${rows.length}${list.hasNextPage ? '+' : ''})`}
            description={say(`queue.about.${view}`)}
            actions={<BulkActions selected={selected} onDone={() => setChosen([])} />}
          >
            {say(`queue.view.${view}`)}
          </Header>
        }
        filter={<QueueFilter view={view} />}
        empty={list.error ? undefined : <NothingHere view={view} narrowed={narrowed} />}
        footer={
          list.hasNextPage && (
            <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {say('queue.more')}
            </Button>
          )
        }
      />
      {list.error && <Failed error={list.error} what={say('queue.title')} onRetry={() => void list.refetch()} />}
    </>
  )
}

function useQueue(view: View) {
  const { api } = useConsole()
  const filter = useSearch({ from: '/queue/$view' })
  const { data: me, isPending } = useMe()
  const query = queryOf(view, filter, me)
  const list = useInfiniteQuery({
    queryKey: dataKeys.queue(query),
    queryFn: ({ pageParam, signal }) => api.queue({ ...query, cursor: pageParam }, signal),
    initialPageParam: noCursor,
    getNextPageParam: page => page.cursor,
    placeholderData: keepPreviousData,
    enabled: !isPending || view !== 'team',
  })
  const all = list.data?.pages.flatMap(({ items }) => items) ?? []
  const rows = view === 'breaching' ? all.filter(row => isBreaching(row, Date.now())) : all
  return { rows, list, narrowed: Object.values(filter).some(value => value !== undefined) }
}

const noCursor: string | undefined = undefined

function useQueueKeys(rows: readonly ConversationRow[]): void {
  const go = useGo()
  const act = useActs()
  const { data: me } = useMe()
  const focused = () => rows.filter(({ id }) => id === focusedRow())
  useKeys({
    j: () => focusRow(1),
    k: () => focusRow(-1),
    e: () => void act(focused(), { do: 'status', status: 'resolved' }),
    a: () => {
      if (me) void act(focused(), { do: 'assign', assignee: me.id })
    },
    r: () => {
      const [row] = focused()
      if (row) go(`/conversations/${row.id}#write`)
    },
  })
}

function NothingHere({ view, narrowed }: { view: View; narrowed: boolean }) {
  const say = useSay()
  const go = useGo()
  if (narrowed)
    return (
      <Empty
        title={say('queue.none-match')}
        action={<Button onClick={() => go(`/queue/${view}`)}>{say('queue.clear')}</Button>}
      />
    )
  return <Empty title={say('queue.empty')}>{say(`queue.empty.${view}`)}</Empty>
}

const tableLabels = (say: ReturnType<typeof useSay>) => ({
  tableLabel: say('queue.title'),
  selectionGroupLabel: say('queue.select-all'),
  allItemsSelectionLabel: () => say('queue.select-all'),
  itemSelectionLabel: (_: unknown, row: ConversationRow) => say('queue.select', { title: row.title }),
})

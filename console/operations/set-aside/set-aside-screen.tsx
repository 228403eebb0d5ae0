import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useConsole } from '../../app/console-context.ts'
import type { SetAside } from '../../client/api.ts'
import { Empty, Failed } from '../../states/states.tsx'
import { Moment } from '../../words/moment.tsx'
import { type Say, useSay } from '../../words/words.ts'
import type { Column } from '../list/list-screen.tsx'
import { listKey } from '../list/use-list.ts'
import { useReplay } from './use-replay.ts'

const noCursor: string | undefined = undefined

function useSetAside() {
  const { api } = useConsole()
  return useInfiniteQuery({
    queryKey: listKey('set-aside'),
    queryFn: ({ pageParam, signal }) => api.setAside({ limit: 50, cursor: pageParam }, signal),
    initialPageParam: noCursor,
    getNextPageParam: page => page.cursor,
    refetchInterval: 15_000,
  })
}

/** What could not be understood or recorded: why, and the way back for one, some or all of it. */
export function SetAsideScreen() {
  const say = useSay()
  const list = useSetAside()
  const items = list.data?.pages.flatMap(page => page.items) ?? []
  const [chosen, setChosen] = useState<readonly SetAside[]>([])
  const selected = items.filter(({ id }) => chosen.some(one => one.id === id))
  const { replay, running } = useReplay()
  return (
    <>
      <Table<SetAside>
        variant="full-page"
        trackBy="id"
        items={items}
        selectionType="multi"
        selectedItems={selected}
        onSelectionChange={({ detail }) => setChosen(detail.selectedItems)}
        columnDefinitions={columns(say, id => void replay([id]))}
        loading={list.isPending}
        loadingText={say('ops.loading')}
        ariaLabels={labels(say)}
        wrapLines
        stickyHeader
        header={
          <Header
            variant="awsui-h1-sticky"
            counter={list.data ? `(${items.length}${list.hasNextPage ? '+' : ''})` : ''}
            description={say('ops.about.set-aside')}
            actions={
              <ReplayButtons
                running={running}
                selected={selected.length}
                most={items.length}
                onSelected={() => void replay(selected.map(({ id }) => id)).then(() => setChosen([]))}
                onAll={() => void replay('all')}
              />
            }
          >
            {say('ops.place.set-aside')}
          </Header>
        }
        empty={
          list.error ? undefined : <Empty title={say('ops.empty.set-aside')}>{say('ops.empty-about.set-aside')}</Empty>
        }
        footer={
          list.hasNextPage && (
            <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {say('queue.more')}
            </Button>
          )
        }
      />
      {list.error && (
        <Failed error={list.error} what={say('ops.place.set-aside')} onRetry={() => void list.refetch()} />
      )}
    </>
  )
}

type ReplayProps = {
  running: boolean
  selected: number
  most: number
  onSelected: () => void
  onAll: () => void
}

function ReplayButtons({ running, selected, most, onSelected, onAll }: ReplayProps) {
  const say = useSay()
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button disabled={selected === 0 || running} onClick={onSelected}>
        {say('ops.replay.selected')}
      </Button>
      <Button disabled={most === 0} loading={running} onClick={onAll}>
        {say('ops.replay.all')}
      </Button>
    </SpaceBetween>
  )
}

const labels = (say: Say) => ({
  tableLabel: say('ops.place.set-aside'),
  selectionGroupLabel: say('queue.select-all'),
  allItemsSelectionLabel: () => say('queue.select-all'),
  itemSelectionLabel: (_: unknown, item: SetAside) => say('queue.select', { title: item.reason }),
})

const columns = (say: Say, replay: (id: string) => void): Column<SetAside>[] => [
  {
    id: 'reason',
    header: say('ops.reason'),
    isRowHeader: true,
    minWidth: 280,
    cell: ({ reason }) => `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`,
  },
  {
    id: 'from',
    header: say('ops.source'),
    minWidth: 160,
    cell: ({ source, format, line }) => (
      <>
        {source ?? '–'}
        <div className="quiet">
          {format !== source && format}
          {line !== undefined && ` · ${say('ops.line', { line })}`}
        </div>
      </>
    ),
  },
  { id: 'stage', header: say('ops.stage'), minWidth: 140, cell: ({ stage }) => say(`ops.stage.${stage}`) },
  { id: 'at', header: say('ops.at'), minWidth: 150, cell: ({ at }) => <Moment at={at} /> },
  { id: 'replays', header: say('ops.replays'), minWidth: 90, cell: ({ replays }) => replays },
  {
    id: 'replay',
    header: say('ops.replay'),
    minWidth: 120,
    cell: ({ id, reason }) => (
      <Button variant="inline-link" ariaLabel={say('ops.replay.this', { reason })} onClick={() => replay(id)}>
        {say('ops.replay')}
      </Button>
    ),
  },
]

import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { useQueryClient } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Act } from '../acts/act.ts'
import { useActs } from '../acts/use-acts.ts'
import { useConsole } from '../app/console-context.ts'
import { useFollow } from '../app/router.tsx'
import { useNames } from '../data/people.ts'
import { Failed } from '../states/states.tsx'
import { useNarrow } from '../states/use-narrow.ts'
import { type Say, useSay } from '../words/words.ts'
import { loadAhead } from './ahead.ts'
import { BulkActions } from './bulk-actions.tsx'
import { narrowColumns, queueColumns, type ShownRow } from './columns.tsx'
import { NothingHere } from './nothing-here.tsx'
import { QueueFilter } from './queue-filter.tsx'
import { SavedMenu } from './saved-menu.tsx'
import { TeamChoice } from './team-choice.tsx'
import { useHold } from './use-hold.ts'
import { useIntent } from './use-intent.ts'
import { useQueue } from './use-queue.ts'
import { useQueueKeys } from './use-queue-keys.ts'
import { useSteady } from './use-steady.ts'
import { type Filter, type View, viewIn } from './views.ts'
import './queue.css'

/** A list of conversations to work from, live, without moving under the hand. */
export function QueueScreen() {
  const say = useSay()
  const view = viewIn(useParams({ from: '/queue/$view' }).view)
  const filter = useSearch({ from: '/queue/$view' })
  const { list, me, rows, working, steady, watch } = useWorking(view)
  const columns = useColumns()
  const { selected } = working
  const narrowed = Object.values(filter).some(value => value !== undefined)
  const count = `(${rows.length}${list.hasNextPage ? '+' : ''})`
  return (
    <div className="queue" {...watch}>
      {list.error && rows.length > 0 && (
        <Failed error={list.error} what={say('queue.title')} onRetry={() => void list.refetch()} />
      )}
      <Table<ShownRow>
        variant="full-page"
        trackBy="id"
        items={rows}
        loading={list.isPending && list.fetchStatus !== 'paused'}
        loadingText={say('queue.loading')}
        selectionType="multi"
        selectedItems={selected}
        onSelectionChange={({ detail }) => working.choose(detail.selectedItems)}
        columnDefinitions={columns}
        ariaLabels={tableLabels(say)}
        stickyHeader
        wrapLines
        header={
          <Header
            variant="awsui-h1-sticky"
            counter={list.isPending ? '' : count}
            description={say(`queue.about.${view}`)}
            actions={<BulkActions selected={selected} onAct={act => working.carryOut(selected, act)} />}
          >
            {say(`queue.view.${view}`)}
          </Header>
        }
        filter={<Narrowing view={view} filter={filter} news={steady} />}
        empty={
          <NothingHere
            {...{ view, narrowed, error: list.error, inTeam: (me?.teams.length ?? 0) > 0 }}
            offline={list.isPending && list.fetchStatus === 'paused'}
            onRetry={() => void list.refetch()}
          />
        }
        footer={
          <div className="queue-footer">
            {list.hasNextPage && (
              <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {say('queue.more')}
              </Button>
            )}
            <span className="quiet key-hint">{say('queue.keys')}</span>
          </div>
        }
      />
    </div>
  )
}

/** The rows as they are shown, what is ticked among them, and what may be done to them. */
function useWorking(view: View) {
  const filter = useSearch({ from: '/queue/$view' })
  const { rows: fresh, list, query, me } = useQueue(view, filter)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { held, watch } = useHold()
  const steady = useSteady(JSON.stringify(query), fresh, held || chosen.length > 0)
  const rows = steady.placed.map(({ row, state }): ShownRow => ({ ...row, gone: state === 'gone' }))
  const selected = rows.filter(({ id }) => chosen.includes(id))
  const act = useActs()
  const carryOut = (targets: readonly ShownRow[], what: Act) => {
    if (targets.length === 0) return
    setChosen([])
    if (what.do === 'status' || what.do === 'snooze') steady.sendAway(targets.map(({ id }) => id))
    void act(targets, what)
  }
  const choose = (items: readonly ShownRow[]) => setChosen(items.map(({ id }) => id))
  const toggle = ({ id }: { id: string }) =>
    setChosen(known => (known.includes(id) ? known.filter(one => one !== id) : [...known, id]))
  const { api } = useConsole()
  const queries = useQueryClient()
  const ahead = useIntent(id => {
    const row = rows.find(one => one.id === id)
    if (row) loadAhead(queries, api, row)
  })
  useQueueKeys({ rows, selected, toggle, carryOut })
  return { list, me, rows, steady, watch: { ...watch, ...ahead }, working: { selected, choose, carryOut } }
}

function useColumns() {
  const say = useSay()
  const shown = { say, follow: useFollow(), names: useNames() }
  return useNarrow() ? narrowColumns(shown) : queueColumns(shown)
}

type NarrowingProps = { view: View; filter: Filter; news: { news: number; showNews: () => void } }

/** What makes the list another one, or brings it up to date. */
function Narrowing({ view, filter, news }: NarrowingProps) {
  return (
    <SpaceBetween size="xs">
      <div className="queue-filter">
        <QueueFilter view={view} />
        <SavedMenu view={view} filter={filter} />
        <News count={news.news} onShow={news.showNews} />
      </div>
      {view === 'team' && <TeamChoice chosen={filter.team} />}
    </SpaceBetween>
  )
}

/** What came meanwhile and would have moved what is being read; said to screen readers too. */
function News({ count, onShow }: { count: number; onShow: () => void }) {
  const say = useSay()
  return <div role="status">{count > 0 && <Button onClick={onShow}>{say('queue.news', { count })}</Button>}</div>
}

const tableLabels = (say: Say) => ({
  tableLabel: say('queue.title'),
  selectionGroupLabel: say('queue.select-all'),
  allItemsSelectionLabel: () => say('queue.select-all'),
  itemSelectionLabel: (_: unknown, row: ShownRow) => say('queue.select', { title: row.title }),
})

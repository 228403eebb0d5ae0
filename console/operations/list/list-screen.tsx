import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import TextFilter from '@cloudscape-design/components/text-filter'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useGo } from '../../app/router.tsx'
import { Empty, Failed } from '../../states/states.tsx'
import { useSay } from '../../words/words.ts'
import { addressOf, type ListPlace, newId } from '../places.ts'

export type Column<Item> = TableProps.ColumnDefinition<Item>

type ListProps<Item> = {
  place: ListPlace
  list: UseQueryResult<Item[]>
  columns: Column<Item>[]
  /** What the filter looks at. */
  textOf: (item: Item) => string
  actions?: ReactNode
}

/** Many of these are looked through by eye; a filter comes with more. */
const filterFrom = 8

/** All that is configured in a place, and the way to add to it. */
export function ListScreen<Item extends { id: string }>({ place, list, columns, textOf, actions }: ListProps<Item>) {
  const say = useSay()
  const go = useGo()
  const [filter, setFilter] = useState('')
  const all = list.data ?? []
  const items = all.filter(item => textOf(item).toLowerCase().includes(filter.trim().toLowerCase()))
  const add = (
    <Button variant="primary" onClick={() => go(addressOf(place, newId))}>
      {say(`ops.new.${place}`)}
    </Button>
  )
  return (
    <>
      <Table<Item>
        variant="full-page"
        trackBy="id"
        items={items}
        columnDefinitions={columns}
        loading={list.isPending && !list.error}
        loadingText={say('ops.loading')}
        ariaLabels={{ tableLabel: say(`ops.place.${place}`) }}
        stickyHeader
        wrapLines
        header={
          <Header
            variant="awsui-h1-sticky"
            counter={list.data ? `(${all.length})` : ''}
            description={say(`ops.about.${place}`)}
            actions={actions ?? add}
          >
            {say(`ops.place.${place}`)}
          </Header>
        }
        {...(all.length > filterFrom && {
          filter: (
            <TextFilter
              filteringText={filter}
              filteringPlaceholder={say('ops.filter')}
              filteringAriaLabel={say('ops.filter')}
              onChange={({ detail }) => setFilter(detail.filteringText)}
            />
          ),
        })}
        empty={
          list.error ? undefined : all.length > 0 ? (
            <Empty
              title={say('ops.none-match')}
              action={<Button onClick={() => setFilter('')}>{say('queue.clear')}</Button>}
            />
          ) : (
            <Empty title={say(`ops.empty.${place}`)} action={add}>
              {say(`ops.empty-about.${place}`)}
            </Empty>
          )
        }
      />
      {list.error && <Failed error={list.error} what={say(`ops.place.${place}`)} onRetry={() => void list.refetch()} />}
    </>
  )
}

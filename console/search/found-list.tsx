import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import type { ReactNode } from 'react'
import { ApiProblem } from '../client/problem.ts'
import { Empty, Failed, Loading } from '../states/states.tsx'
import { useSay } from '../words/words.ts'

type Listed = {
  error: Error | null
  isPending: boolean
  isPlaceholderData: boolean
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
  refetch: () => unknown
}

export type FoundListProps<Item> = {
  title: string
  items: readonly Item[]
  list: Listed
  notice: string | undefined
  /** What is said where nothing is. */
  none: string
  children: (item: Item) => ReactNode
}

/** What was found of one kind; older ones follow when they are asked for. */
export function FoundList<Item extends { id: string }>(props: FoundListProps<Item>) {
  const { title, items, list, notice, none, children } = props
  const say = useSay()
  const count = `(${items.length}${list.hasNextPage ? '+' : ''})`
  const isEmpty = !list.isPending && !list.error && items.length === 0
  return (
    <Container
      header={
        <Header variant="h2" {...(items.length > 0 && { counter: count })}>
          {title}
        </Header>
      }
    >
      {list.isPending && <Loading what={say('search.loading')} />}
      {list.error && <NotFoundOut error={list.error} what={title} onRetry={() => void list.refetch()} />}
      {notice !== undefined && <Box color="text-body-secondary">{notice}</Box>}
      {isEmpty && <Empty title={none}>{say('search.how')}</Empty>}
      <ul className="list" aria-busy={list.isPlaceholderData}>
        {items.map(item => (
          <li key={item.id} data-row={item.id}>
            {children(item)}
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="older">
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {say('search.more')}
          </Button>
        </div>
      )}
    </Container>
  )
}

/** What cannot be searched for says what to type instead; nothing failed. */
function NotFoundOut({ error, what, onRetry }: { error: Error; what: string; onRetry: () => void }) {
  const say = useSay()
  if (error instanceof ApiProblem && error.status === 422)
    return <Empty title={say('search.refused')}>{error.errors.map(({ message }) => message).join('; ')}</Empty>
  return <Failed error={error} what={what} onRetry={onRetry} />
}

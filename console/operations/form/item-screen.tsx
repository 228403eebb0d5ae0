import Link from '@cloudscape-design/components/link'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useFollow } from '../../app/router.tsx'
import { Empty, Failed, Loading } from '../../states/states.tsx'
import { useSay } from '../../words/words.ts'
import { addressOf, newId, type Place } from '../places.ts'

type ItemScreenProps<Item> = {
  place: Place
  id: string
  list: UseQueryResult<Item[]>
  /** What is shown of the item, or of a new one. */
  children: (item: Item | undefined) => ReactNode
}

/** The form of one thing of a list, once the list is there. */
export function ItemScreen<Item extends { id: string }>({ place, id, list, children }: ItemScreenProps<Item>) {
  const say = useSay()
  const follow = useFollow()
  if (list.error && !list.data)
    return <Failed error={list.error} what={say(`ops.place.${place}`)} onRetry={() => void list.refetch()} />
  if (!list.data) return <Loading what={say('ops.loading')} />
  const item = list.data.find(one => one.id === id)
  if (item === undefined && id !== newId)
    return (
      <Empty
        alone
        title={say('ops.missing', { id })}
        action={
          <Link href={addressOf(place)} onFollow={follow}>
            {say(`ops.place.${place}`)}
          </Link>
        }
      />
    )
  return <div key={id}>{children(item)}</div>
}

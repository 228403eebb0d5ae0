import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSearch } from '@tanstack/react-router'
import { useGo } from '../../app/router.tsx'
import { useSay } from '../../words/words.ts'
import { ListScreen } from '../list/list-screen.tsx'
import { addressOf, newId } from '../places.ts'
import { ConnectScreen } from './connect-screen.tsx'
import { sourceColumns } from './source-columns.tsx'
import { useSources } from './use-sources.ts'

/** The sources and their health; while nothing ever came, how to connect the first. */
export function SourcesScreen() {
  const say = useSay()
  const go = useGo()
  const list = useSources()
  const { tab } = useSearch({ from: '/operations/$place' })
  const silent = list.data?.every(({ health }) => health === undefined) === true
  if (tab === 'connect' || (silent && tab !== 'list')) return <ConnectScreen first={silent} />
  return (
    <ListScreen
      place="sources"
      list={list}
      columns={sourceColumns(say)}
      textOf={({ id, brand, kind, department }) => `${id} ${brand} ${kind} ${department}`}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={() => go(addressOf('sources', newId))}>{say('ops.new.sources')}</Button>
          <Button variant="primary" onClick={() => go(`${addressOf('sources')}?tab=connect`)}>
            {say('ops.connect')}
          </Button>
        </SpaceBetween>
      }
    />
  )
}

import ContentLayout from '@cloudscape-design/components/content-layout'
import Header from '@cloudscape-design/components/header'
import Link from '@cloudscape-design/components/link'
import Tabs from '@cloudscape-design/components/tabs'
import { useSearch } from '@tanstack/react-router'
import { useFollow, useGo } from '../../app/router.tsx'
import { useSay } from '../../words/words.ts'
import { addressOf } from '../places.ts'
import { ConnectSteps } from './connect-steps.tsx'
import { connectionOf, connections } from './source-kinds.ts'

/** How a first source, or another one, is connected: the steps for each kind, with a test. */
export function ConnectScreen({ first }: { first: boolean }) {
  const say = useSay()
  const go = useGo()
  const follow = useFollow()
  const { kind } = useSearch({ from: '/operations/$place' })
  const chosen = connectionOf(kind) ?? connections[0]
  const list = (
    <Link href={`${addressOf('sources')}?tab=list`} onFollow={follow}>
      {say('ops.connect.list')}
    </Link>
  )
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={say('ops.connect.about')} actions={list}>
          {say(first ? 'ops.connect.first' : 'ops.connect')}
        </Header>
      }
    >
      <Tabs
        activeTabId={chosen.kind}
        onChange={({ detail }) => go(`${addressOf('sources')}?tab=connect&kind=${detail.activeTabId}`, 'replace')}
        tabs={connections.map(connection => ({
          id: connection.kind,
          label: say(`ops.connect.${connection.kind}`),
          content: <ConnectSteps key={connection.kind} connection={connection} />,
        }))}
      />
    </ContentLayout>
  )
}

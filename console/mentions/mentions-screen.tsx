import Button from '@cloudscape-design/components/button'
import ContentLayout from '@cloudscape-design/components/content-layout'
import Header from '@cloudscape-design/components/header'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useGo } from '../app/router.tsx'
import { Empty, Failed, Loading } from '../states/states.tsx'
import { useSay } from '../words/words.ts'
import { MentionCard } from './mention-card.tsx'
import { networkIn, networks } from './networks.ts'
import { useMentionKeys } from './use-mention-keys.ts'
import { useMentions } from './use-mentions.ts'
import './mentions.css'

/** Loaded after what waits: it is for a look aside. */
const ShareOfVoice = lazy(async () => ({ default: (await import('../insights/voice.tsx')).ShareOfVoice }))

/** What is said in public and waits for us: read, sorted out, answered or handed over from here; live. */
export function MentionsScreen() {
  const say = useSay()
  const network = networkIn(useSearch({ from: '/mentions' }).network)
  const { rows, list } = useMentions(network)
  useMentionKeys(rows)
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          counter={list.data ? `(${rows.length}${list.hasNextPage ? '+' : ''})` : ''}
          description={`${say('mentions.about')} ${say('mentions.keys')}`}
          actions={<NetworkChoice network={network} />}
        >
          {say('mentions.title')}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Suspense>
          <ShareOfVoice network={network} />
        </Suspense>
        {list.error && <Failed error={list.error} what={say('mentions.title')} onRetry={() => void list.refetch()} />}
        {list.isPending && !list.error && <Loading what={say('mentions.loading')} />}
        {list.data && rows.length === 0 && !list.hasNextPage && (
          <Empty
            title={
              network ? say('mentions.empty-network', { network: say(`identifier.${network}`) }) : say('mentions.empty')
            }
          >
            {say('mentions.empty-about')}
          </Empty>
        )}
        {rows.map(row => (
          <MentionCard key={row.id} row={row} />
        ))}
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {say('queue.more')}
          </Button>
        )}
      </SpaceBetween>
    </ContentLayout>
  )
}

function NetworkChoice({ network }: { network: string | undefined }) {
  const say = useSay()
  const go = useGo()
  return (
    <SegmentedControl
      label={say('mentions.networks')}
      selectedId={network ?? 'all'}
      options={[
        { id: 'all', text: say('mentions.all') },
        ...networks.map(id => ({ id, text: say(`identifier.${id}`) })),
      ]}
      onChange={({ detail }) =>
        go(detail.selectedId === 'all' ? '/mentions' : `/mentions?network=${detail.selectedId}`, 'replace')
      }
    />
  )
}

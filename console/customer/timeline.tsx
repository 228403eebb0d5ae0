import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Select from '@cloudscape-design/components/select'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useGo } from '../app/router.tsx'
import { channelIn } from '../data/follow-events.ts'
import { Entry } from '../entries/entry.tsx'
import { StatusRun } from '../entries/status-run.tsx'
import { focusRow, useKeys } from '../keys/keys.ts'
import { PendingReplies } from '../reply/pending-replies.tsx'
import { Empty, Failed, Loading } from '../states/states.tsx'
import { useSay } from '../words/words.ts'
import { type Row, rowsOf } from './rows.ts'
import type { TimelineData } from './use-timeline.ts'

export type TimelineProps = {
  customer: string
  conversation: string | undefined
  place: { channel?: string | undefined; entry?: string | undefined }
  timeline: TimelineData
}

/** All channels in one column, newest first. Only what is on the screen is in the page, however much is loaded. */
export function Timeline({ customer, conversation, place, timeline }: TimelineProps) {
  const say = useSay()
  useKeys({ j: () => focusRow(1), k: () => focusRow(-1) })
  const here = conversation === undefined ? `/customers/${customer}` : `/conversations/${conversation}`
  return (
    <Container
      header={
        <Header variant="h2" actions={<ChannelFilter here={here} channel={place.channel} />}>
          {say('timeline.title')}
        </Header>
      }
    >
      {timeline.isPending && <Loading what={say('timeline.loading')} />}
      {timeline.error && <Failed error={timeline.error} what={say('timeline.title')} onRetry={timeline.retry} />}
      {!timeline.isPending && timeline.entries.length === 0 && !timeline.hasOlder && !timeline.error && (
        <Empty title={say('timeline.empty')} />
      )}
      {conversation !== undefined && <PendingReplies conversation={conversation} entries={timeline.entries} />}
      <Entries conversation={conversation} wanted={place.entry} timeline={timeline} />
      {timeline.hasOlder && (
        <div className="older">
          <Button loading={timeline.isLoadingOlder} onClick={timeline.loadOlder}>
            {say('timeline.older')}
          </Button>
        </div>
      )}
    </Container>
  )
}

const channels = ['all', 'email', 'phone', 'social', 'message', 'review', 'web'] as const

function ChannelFilter({ here, channel }: { here: string; channel: string | undefined }) {
  const say = useSay()
  const go = useGo()
  const options = channels.map(id => ({
    value: id,
    label: id === 'all' ? say('timeline.all') : say(`channel.${id}`),
  }))
  const chosen = channelIn(channel ?? '') ?? 'all'
  return (
    <div className="channel-filter">
      <Select
        inlineLabelText={say('timeline.filter')}
        selectedOption={options.find(({ value }) => value === chosen) ?? null}
        options={options}
        onChange={({ detail: { selectedOption } }) =>
          go(selectedOption.value === 'all' ? here : `${here}?channel=${selectedOption.value}`, 'replace')
        }
      />
    </div>
  )
}

type EntriesProps = { conversation: string | undefined; wanted: string | undefined; timeline: TimelineData }

function Entries({ conversation, wanted, timeline }: EntriesProps) {
  const { entries, hasOlder, isLoadingOlder, loadOlder } = timeline
  const shown = useMemo(() => rowsOf(entries), [entries])
  const list = useRef<HTMLOListElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0))
  const rows = useWindowVirtualizer({
    count: shown.length,
    estimateSize: () => 110,
    overscan: 8,
    scrollMargin: top,
    getItemKey: at => shown[at]?.id ?? at,
  })
  const items = rows.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasOlder && !isLoadingOlder && entries.length > 25 && last >= shown.length - 10) loadOlder()
  }, [hasOlder, isLoadingOlder, last, entries.length, shown.length, loadOlder])
  useShown(wanted, shown, timeline, at => rows.scrollToIndex(at, { align: 'center' }))
  return (
    <ol ref={list} className="timeline" style={{ height: rows.getTotalSize() }}>
      {items.map(({ key, index, start }) => {
        const row = shown[index]
        if (row === undefined) return null
        const style = { transform: `translateY(${start - rows.options.scrollMargin}px)` }
        return (
          <li key={key} data-index={index} ref={rows.measureElement} style={style}>
            {row.type === 'run' ? (
              <StatusRun entries={row.entries} wanted={wanted} />
            ) : (
              <Entry entry={row.entry} current={conversation} wanted={row.id === wanted} />
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** Brings an entry that the address names into sight, loading older pages until it is there. */
function useShown(
  wanted: string | undefined,
  rows: readonly Row[],
  { entries, hasOlder, isLoadingOlder, loadOlder }: TimelineData,
  show: (at: number) => void,
) {
  const shown = useRef<string>(undefined)
  useEffect(() => {
    if (wanted === undefined || shown.current === wanted) return
    const at = rows.findIndex(row =>
      row.type === 'run' ? row.entries.some(({ id }) => id === wanted) : row.id === wanted,
    )
    if (at >= 0) {
      shown.current = wanted
      show(at)
    } else if (hasOlder && !isLoadingOlder && entries.length > 0) loadOlder()
  }, [wanted, rows, entries, hasOlder, isLoadingOlder, loadOlder, show])
}

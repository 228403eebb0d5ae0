import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ShownEntry, TimelineEntry } from '../data/entries.ts'
import { Entry } from '../entries/entry.tsx'
import { StatusRun } from '../entries/status-run.tsx'
import { focusRow, useKeys } from '../keys/keys.ts'
import { useSay } from '../words/words.ts'
import { NewestPill } from './newest-pill.tsx'
import { type Row, rowsOf, timeOf } from './rows.ts'
import type { Jump } from './use-jump.ts'
import { useShownRow } from './use-shown-row.ts'
import type { TimelineData } from './use-timeline.ts'

/** Where somebody reads: the moment of the topmost row, once they have scrolled into the timeline. */
export type ReadingPlace = { at?: string | undefined }

export type TimelineListProps = {
  customer: string
  conversation: string | undefined
  jump: Jump
  timeline: TimelineData
  shown: readonly ShownEntry[]
  unread: readonly TimelineEntry[]
  reading: RefObject<ReadingPlace>
  /** The address of the newest. */
  newest: string
}

/** What the bar at the top of the screen covers. */
const topBar = 64
/** So many rows from either end more is loaded. */
const nearEnd = 6

/** The rows that are on the screen, and room for the others. What is read stays where it is when something arrives. */
export function TimelineList(props: TimelineListProps) {
  const { customer, conversation, jump, timeline, shown, unread, reading, newest } = props
  useKeys({ j: () => focusRow(1), k: () => focusRow(-1) })
  const oldest = unread.at(-1)?.id
  const rows = useMemo(
    () => rowsOf(shown, oldest === undefined ? undefined : { count: unread.length, oldest }),
    [shown, unread.length, oldest],
  )
  const list = useRef<HTMLOListElement>(null)
  const top = useTop(list)
  const isWithin = top > 0 && window.scrollY + topBar + 2 >= top
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 110,
    overscan: 8,
    scrollMargin: top,
    scrollPaddingStart: topBar,
    getItemKey: at => rows[at]?.id ?? at,
    // Rows that come or go above what is read move the page by as much; above the newest nothing is held.
    anchorTo: isWithin || timeline.newer.there ? 'end' : 'start',
  })
  const items = virtual.getVirtualItems()
  const read = items.find(({ end }) => end > window.scrollY + topBar) ?? items[0]
  const readRow = isWithin && read ? rows[read.index] : undefined
  useEffect(() => {
    reading.current = { at: readRow && timeOf(readRow) }
  })
  useFurther(timeline, items[0]?.index, items.at(-1)?.index, rows.length)
  useShownRow({ jump, rows, timeline, unread, show: at => virtual.scrollToIndex(at, { align: 'start' }) })
  return (
    <>
      <NewestPill
        {...{ customer, newest }}
        isWithin={isWithin}
        entries={timeline.entries}
        isAtNewest={!timeline.newer.there}
        onTop={() => virtual.scrollToIndex(0, { align: 'start' })}
      />
      <ol ref={list} className="timeline" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ key, index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          const style = { transform: `translateY(${start - virtual.options.scrollMargin}px)` }
          return (
            <li key={key} data-index={index} ref={virtual.measureElement} style={style}>
              <RowOf row={row} current={conversation} wanted={jump.entry} />
            </li>
          )
        })}
      </ol>
    </>
  )
}

function RowOf({ row, current, wanted }: { row: Row; current: string | undefined; wanted: string | undefined }) {
  const say = useSay()
  switch (row.type) {
    case 'run':
      return <StatusRun entries={row.entries} wanted={wanted} />
    case 'unread':
      return (
        <div className="unread-line" data-row="unread" tabIndex={-1}>
          {say('timeline.unread-line', { count: row.count })}
        </div>
      )
    case 'entry':
      return <Entry entry={row.entry} current={current} wanted={row.id === wanted} />
    default:
      return row satisfies never
  }
}

/** How far the list is from the top of the page, also when something above it grows. */
function useTop(list: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  const look = () => {
    if (list.current) setTop(Math.round(list.current.getBoundingClientRect().top + window.scrollY))
  }
  useLayoutEffect(look)
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (list.current) setTop(Math.round(list.current.getBoundingClientRect().top + window.scrollY))
    })
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [list])
  return top
}

/** Loads on as somebody comes near either end. */
function useFurther(
  { newer, older, isCurrent }: TimelineData,
  first: number | undefined,
  last: number | undefined,
  count: number,
) {
  useEffect(() => {
    if (!isCurrent || first === undefined || last === undefined) return
    if (newer.there && !newer.error && first < nearEnd) newer.load()
    else if (older.there && !older.error && last >= count - nearEnd) older.load()
  })
}

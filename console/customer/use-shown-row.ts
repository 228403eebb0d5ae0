import { useEffect, useRef } from 'react'
import { ApiProblem } from '../client/problem.ts'
import type { TimelineEntry } from '../data/entries.ts'
import { type Row, rowWith } from './rows.ts'
import { placeOfTime, type Step, stepTo } from './step-to.ts'
import type { Jump } from './use-jump.ts'
import type { TimelineData } from './use-timeline.ts'

type ShownRow = {
  jump: Jump
  rows: readonly Row[]
  timeline: TimelineData
  unread: readonly TimelineEntry[]
  show: (at: number) => void
}

/** Brings the place that the address names into sight, once, and what may be read there into focus. */
export function useShownRow(shown: ShownRow): void {
  const done = useRef('')
  const hold = useHeldRow(shown)
  useEffect(() => {
    const { jump, timeline } = shown
    if (jump.target === undefined || done.current === jump.key) return
    if (jump.start.entry !== undefined && isUnknown(timeline.error)) {
      done.current = jump.key
      jump.fail(timeline.error)
    } else if (timeline.isCurrent && !goOn(nextStep(shown), shown)) {
      done.current = jump.key
      hold(arrive(nextStep(shown), shown))
    }
  })
}

function nextStep({ jump: { target }, rows, timeline: { older, newer }, unread }: ShownRow): Step {
  if (target === undefined) return { do: 'nothing' }
  const allUnread = unread.length > 0 && unread.length === rows.filter(({ type }) => type === 'entry').length
  return stepTo(target, { rows, hasOlder: older.there, hasNewer: newer.there, allUnread })
}

/** Loads what the place lies in; answers whether anything is on its way. A place that is not there is looked for once. */
function goOn(step: Step, { jump, rows, timeline: { older, newer } }: ShownRow): boolean {
  if (step.do === 'load older' && !older.error) {
    older.load()
    return true
  }
  if (step.do === 'start' && rows.length === 0 && newer.there && !newer.error) {
    newer.load()
    return true
  }
  if (step.do !== 'start' || JSON.stringify(step.start) === JSON.stringify(jump.start)) return false
  jump.startAt(step.start)
  return true
}

/** Answers the row that was brought into sight. */
function arrive(step: Step, { jump: { target }, rows, show }: ShownRow): string | undefined {
  const at = step.do === 'show' ? step.at : target?.to === 'time' ? placeOfTime(target.until, rows) : 0
  const row = rows[at]
  if (row === undefined || step.do === 'nothing') return undefined
  show(at)
  focusOn(target?.to === 'entry' ? target.entry : row.id)
  return row.id
}

/** What loads around a place that was just gone to may move it: it stays in sight until the reader moves. */
const held = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const
const heldMs = 3000

function useHeldRow({ rows, show }: Pick<ShownRow, 'rows' | 'show'>): (id: string | undefined) => void {
  const row = useRef<string>(undefined)
  useEffect(() => {
    const release = () => {
      row.current = undefined
    }
    for (const event of held) window.addEventListener(event, release, { passive: true })
    return () => {
      for (const event of held) window.removeEventListener(event, release)
    }
  }, [])
  const showAgain = useRef(show)
  showAgain.current = show
  useEffect(() => {
    const at = row.current === undefined ? -1 : rowWith(rows, row.current)
    if (at >= 0) showAgain.current(at)
  }, [rows])
  return id => {
    row.current = id
    setTimeout(() => {
      if (row.current === id) row.current = undefined
    }, heldMs)
  }
}

const isUnknown = (error: Error | null): error is ApiProblem => error instanceof ApiProblem && error.status === 404

/** It takes some frames until a row that lay far away is on the page. */
const mostFrames = 30

/** Who hears the page goes on from there. */
function focusOn(id: string, frames = mostFrames): void {
  const row = [...document.querySelectorAll<HTMLElement>('[data-row]')].find(({ dataset }) => dataset.row === id)
  if (row) row.focus({ preventScroll: true })
  else if (frames > 0) requestAnimationFrame(() => focusOn(id, frames - 1))
}

import { useEffect, useRef } from 'react'
import type { WordKey } from '../words/words.ts'

/** What a key does, wherever the person is; `?` shows them all. */
export const shortcuts = [
  { key: 'j', does: 'keys.next' },
  { key: 'k', does: 'keys.previous' },
  { key: 'Enter', does: 'keys.open' },
  { key: 'x', does: 'keys.select' },
  { key: 'e', does: 'keys.resolve' },
  { key: 'a', does: 'keys.assign' },
  { key: 'r', does: 'keys.reply' },
  { key: 'n', does: 'keys.note' },
  { key: '/', does: 'keys.search' },
  { key: 'g', does: 'keys.queue' },
  { key: '?', does: 'keys.help' },
] as const satisfies readonly { key: string; does: WordKey }[]
export type ShortcutKey = (typeof shortcuts)[number]['key']

export type KeyActions = Partial<Record<ShortcutKey, () => void>>

const writesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    target.closest('[role=dialog]') !== null)

/** Single keys while nothing is written and no dialog is open; Enter is left to what has the focus. */
export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || writesText(event.target)) return
      const known = shortcuts.find(({ key }) => key === event.key)
      const action = known && latest.current[known.key]
      if (action === undefined) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** Moves the focus among the elements that bear `data-row`, in the order of the page. */
export function focusRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.findIndex(row => row.contains(document.activeElement))
  const next = rows[at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step]
  const focusable = next?.matches('a,button,[tabindex]') ? next : next?.querySelector<HTMLElement>('a,button')
  focusable?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** The id of the row that has the focus. */
export const focusedRow = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row

/** Tells of the row that somebody is about to open: a pointer is down on its link, or Enter is. */
export function useIntent(onIntent: (row: string) => void) {
  const tell = (target: EventTarget) => {
    if (!(target instanceof HTMLElement) || target.closest('a') === null) return
    const row = target.closest<HTMLElement>('[data-row]')?.dataset.row
    if (row !== undefined) onIntent(row)
  }
  return {
    onPointerDown: ({ target }: React.PointerEvent) => tell(target),
    onKeyDown: ({ key, target }: React.KeyboardEvent) => {
      if (key === 'Enter') tell(target)
    },
  }
}

import { useSyncExternalStore } from 'react'

/** A word about what was done, or failed, at the top of the screen; `undo` takes it back. */
export type Toast = {
  id: number
  kind: 'success' | 'error' | 'info'
  text: string
  detail?: string
  /** How long it is shown, where that is longer or shorter than usual. */
  forMs?: number
  undo?: () => void
}

/** Long enough to read it and to change one's mind; failures stay until they are put away. */
const shownMs = 8000

export type Toasts = {
  show: (toast: Omit<Toast, 'id'>) => void
  dismiss: (id: number) => void
  list: () => readonly Toast[]
  subscribe: (listener: () => void) => () => void
}

export function makeToasts(): Toasts {
  const listeners = new Set<() => void>()
  let toasts: readonly Toast[] = []
  let made = 0
  const set = (next: readonly Toast[]) => {
    toasts = next
    for (const listener of listeners) listener()
  }
  const dismiss = (id: number) => set(toasts.filter(toast => toast.id !== id))
  return {
    show: toast => {
      made += 1
      const id = made
      set([{ ...toast, id }, ...toasts].slice(0, 4))
      if (toast.kind !== 'error') setTimeout(() => dismiss(id), toast.forMs ?? shownMs)
    },
    dismiss,
    list: () => toasts,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const useToasts = ({ list, subscribe }: Toasts): readonly Toast[] => useSyncExternalStore(subscribe, list)

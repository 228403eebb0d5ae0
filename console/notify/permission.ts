import { useSyncExternalStore } from 'react'

/** What the browser lets the console do; `none`: it knows no notifications. */
export type Permission = 'default' | 'granted' | 'denied' | 'none'

export const permission = (): Permission => ('Notification' in window ? Notification.permission : 'none')

const listeners = new Set<() => void>()

/** Asks the person, which browsers allow after an act of theirs only. */
export async function askPermission(): Promise<Permission> {
  if (permission() === 'default') await Notification.requestPermission()
  for (const listener of listeners) listener()
  return permission()
}

/** Somebody may change it in the browser meanwhile and come back. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('focus', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('focus', listener)
  }
}

export const usePermission = (): Permission => useSyncExternalStore(subscribe, permission)

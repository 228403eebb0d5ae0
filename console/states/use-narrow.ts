import { useSyncExternalStore } from 'react'

/** Where a table has no room for columns beside each other. */
const query = '(max-width: 688px)'

function subscribe(listener: () => void): () => void {
  const media = matchMedia(query)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(query).matches)

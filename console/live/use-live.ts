import { useEffect, useSyncExternalStore } from 'react'
import { useConsole } from '../app/console-context.ts'
import type { Hearer, LiveState } from './live.ts'
import type { Presence } from './presence.ts'

export function useLiveState(): LiveState {
  const { live } = useConsole()
  return useSyncExternalStore(live.onChange, live.state)
}

/** Listens to a topic while the component is on the screen. */
export function useTopic(topic: string | undefined): void {
  const { live } = useConsole()
  useEffect(() => (topic === undefined ? undefined : live.listen(topic)), [live, topic])
}

export function useLiveEvents(hearer: Hearer): void {
  const { live } = useConsole()
  useEffect(() => live.onEvents(hearer), [live, hearer])
}

/** Tells colleagues that the person is here, and says which of them are here too. */
export function usePresence(at: string | undefined, typing: boolean): readonly Presence[] {
  const { live, session } = useConsole()
  useEffect(() => (at === undefined ? undefined : live.stay(at, 'looking')), [live, at])
  // Who begins to write has not left meanwhile.
  useEffect(() => {
    if (at !== undefined) live.stay(at, typing ? 'typing' : 'looking')
  }, [live, at, typing])
  const all = useSyncExternalStore(live.onChange, live.presence)
  return all.filter(({ where, who }) => where === at && who.subject !== session.person.subject)
}

import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import type { PageStart } from '../data/entries.ts'
import { usePreferences } from '../preferences/preferences.ts'
import { type Place, type Target, targetOf } from './place.ts'

/** The way to a place on the timeline that an address names. */
export type Jump = {
  target: Target | undefined
  /** Another for each time that somebody asks, also for the same place again. */
  key: string
  /** The entry that is asked for. */
  entry: string | undefined
  /** Where the timeline is loaded from. */
  start: PageStart
  /** Loads it from there. */
  startAt: (start: PageStart) => void
  failure: Error | undefined
  fail: (failure: Error) => void
}

type Begun = { key: string; channel: string | undefined; start: PageStart; failure?: Error }

/** Follows the address. The timeline begins with the newest until the place is known to lie outside of what is loaded. */
export function useJump(place: Place): Jump {
  const { timeZone } = usePreferences()
  const { state } = useLocation()
  const target = targetOf(place, timeZone)
  const key = `${state.__TSR_key ?? ''} ${JSON.stringify(target) ?? ''}`
  const { channel } = place
  const [begun, setBegun] = useState<Begun>({ key: '', channel, start: {} })
  if (begun.key !== key) setBegun({ key, channel, start: startOf(target, channel, begun) })
  return {
    ...{ target, key, entry: place.entry, start: begun.start },
    startAt: start => setBegun({ key, channel, start }),
    failure: begun.key === key ? begun.failure : undefined,
    fail: failure => setBegun({ key, channel, start: {}, failure }),
  }
}

/** Nothing of another channel is loaded, so that a moment on it need not be looked for in its newest. */
function startOf(target: Target | undefined, channel: string | undefined, begun: Begun): PageStart {
  if (target === undefined) return {}
  return target.to === 'time' && channel !== begun.channel ? { until: target.until } : begun.start
}

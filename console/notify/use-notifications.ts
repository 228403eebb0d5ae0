import { useEffect, useRef } from 'react'
import { useConsole, useMay } from '../app/console-context.ts'
import { useGo } from '../app/router.tsx'
import type { Api } from '../client/api.ts'
import { useMe } from '../data/people.ts'
import { usePreferences } from '../preferences/preferences.ts'
import { type Say, useSay } from '../words/words.ts'
import { addressOf, messageOf } from './message.ts'
import { usePermission } from './permission.ts'
import { ring } from './sound.ts'
import { tellOnce } from './told.ts'
import { type Concern, dueNow, heed, type Watch, watchOf } from './watch.ts'

const lookMs = 30_000

/** Tells the person what concerns them while they look elsewhere, if they want it told. */
export function useNotifications(): void {
  const { api, live } = useConsole()
  const { data: me } = useMe()
  const { notify } = usePreferences()
  const allowed = usePermission() === 'granted'
  const may = useMay()
  const tell = useTell()
  const subject = notify !== 'off' && allowed && may('queue') ? me?.id : undefined
  useEffect(() => {
    if (subject === undefined) return
    let watch: Watch | undefined
    let stopped = false
    const begin = () =>
      void ownMatters(api, subject).then(
        begun => {
          if (!stopped) watch = begun
        },
        // The next event that says `reload`, or the next look, tries again.
        () => undefined,
      )
    begin()
    const stopListening = live.onEvents({
      reload: begin,
      events: events => {
        for (const event of events) {
          if (watch === undefined) return
          const heeded = heed(watch, event)
          watch = heeded.watch
          for (const concern of heeded.concerns) tell.current(concern)
        }
      },
    })
    const look = setInterval(() => {
      if (watch === undefined) begin()
      else for (const concern of dueNow(watch, Date.now())) tell.current(concern)
    }, lookMs)
    return () => {
      stopped = true
      stopListening()
      clearInterval(look)
    }
  }, [api, live, subject, tell])
}

/** What is the person's before anything happens: what waits for them, for the customer, or sleeps. */
async function ownMatters(api: Api, me: string): Promise<Watch> {
  const statuses = ['open', 'waiting-customer', 'waiting-department', 'snoozed'] as const
  const pages = await Promise.all(statuses.map(status => api.queue({ status, assignee: 'me', limit: 100 })))
  return watchOf(
    me,
    pages.flatMap(({ items }) => items),
  )
}

function useTell() {
  const say = useSay()
  const go = useGo()
  const { notify, sound } = usePreferences()
  const tell = useRef<(concern: Concern) => void>(() => undefined)
  useEffect(() => {
    tell.current = concern => {
      // Who looks at the console sees it there.
      if (document.hasFocus() || !tellOnce(concern.id)) return
      show(concern, notify === 'names', say, go)
      if (sound) ring()
    }
  })
  return tell
}

function show(concern: Concern, names: boolean, say: Say, go: (href: string) => void): void {
  const { title, body } = messageOf(concern, names, say)
  const shown = new Notification(title, { tag: concern.id, icon: '/favicon.svg', silent: true, ...(body && { body }) })
  shown.onclick = () => {
    window.focus()
    go(addressOf(concern))
    shown.close()
  }
}

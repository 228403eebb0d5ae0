import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useConsole } from '../../app/console-context.ts'
import type { Api } from '../../client/api.ts'
import { reasonOf } from '../../states/states.tsx'
import { useSay } from '../../words/words.ts'
import { listKey } from '../list/use-list.ts'

/** How long what was sent back usually takes until it is understood, or set aside again. */
const settleMs = 2500

/** Sends things back to their queues, one after the other: what is understood leaves the list a moment later. */
export function useReplay() {
  const say = useSay()
  const { api, toasts } = useConsole()
  const queries = useQueryClient()
  const [running, setRunning] = useState(false)
  const replay = async (what: readonly string[] | 'all') => {
    setRunning(true)
    const { done, failures } = await replayEach(api, what)
    setRunning(false)
    const [first] = failures
    if (first) {
      const text = say('ops.replay.failed', { count: failures.length })
      toasts.show({ kind: 'error', text, detail: reasonOf(first, say) })
    }
    if (done > 0) toasts.show({ kind: 'success', text: say('ops.replay.done', { count: done }) })
    setTimeout(() => void queries.invalidateQueries({ queryKey: listKey('set-aside') }), settleMs)
  }
  return { replay, running }
}

async function replayEach(api: Api, what: readonly string[] | 'all') {
  const failures: Error[] = []
  let done = 0
  try {
    for (const id of what === 'all' ? await idsOfAll(api) : what) {
      try {
        await api.replaySetAside(id)
        done++
      } catch (error) {
        failures.push(error instanceof Error ? error : new Error(String(error)))
      }
    }
  } catch (error) {
    failures.push(error instanceof Error ? error : new Error(String(error)))
  }
  return { done, failures }
}

/** All that is there now: read first, so that what is set aside again meanwhile is not sent back for ever. */
async function idsOfAll(api: Api): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await api.setAside({ limit: 100, cursor })
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.cursor
  } while (cursor !== undefined)
  return ids
}

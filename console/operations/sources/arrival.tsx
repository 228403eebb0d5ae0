import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useEffect, useState } from 'react'
import type { ListedSource } from '../../client/api.ts'
import { Moment } from '../../words/moment.tsx'
import { useSay } from '../../words/words.ts'
import { useSources } from './use-sources.ts'

/** Health is noted once a minute: what was noted shortly before the test belongs to it. */
const noteMs = 60_000
/** A provider that has not called by then will not. */
const patienceMs = 120_000

/** Looks whether something of a source arrives, for two minutes, and says so. */
export function Arrival({ source }: { source: string }) {
  const say = useSay()
  const [since, setSince] = useState<number>()
  const [over, setOver] = useState(false)
  const { data = [], error } = useSources(since === undefined || over ? 15_000 : 2000)
  const health = data.find(({ id }) => id === source)?.health
  useEffect(() => {
    if (since === undefined) return
    const timer = setTimeout(() => setOver(true), patienceMs)
    return () => clearTimeout(timer)
  }, [since])
  const start = () => {
    setOver(false)
    setSince(Date.now())
  }
  const state = error ? 'away' : arrivalState({ health, since, over })
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      <Button loading={state === 'waiting'} onClick={start}>
        {say('ops.test')}
      </Button>
      <span role="status">
        <StatusIndicator type={signs[state]}>
          {say(`ops.test.${state}`)}{' '}
          {(state === 'arrived' || state === 'before') && health && <Moment at={health.lastReceivedAt} />}
        </StatusIndicator>
      </span>
    </SpaceBetween>
  )
}

const signs = {
  ...({ away: 'warning', arrived: 'success', waiting: 'in-progress', nothing: 'error' } as const),
  ...({ before: 'success', never: 'pending' } as const),
}

type Looking = { health: ListedSource['health']; since: number | undefined; over: boolean }

/** What a look since a time says, also before anybody looked. */
export function arrivalState({ health, since, over }: Looking) {
  if (since === undefined) return health === undefined ? 'never' : 'before'
  if (health !== undefined && Date.parse(health.lastReceivedAt) > since - noteMs) return 'arrived'
  return over ? 'nothing' : 'waiting'
}

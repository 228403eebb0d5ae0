import Button from '@cloudscape-design/components/button'
import { useGo } from '../app/router.tsx'
import { Empty, Failed } from '../states/states.tsx'
import { useSay } from '../words/words.ts'
import type { View } from './views.ts'

/** Where there may be work, for one who has none here. */
const next: Record<View, View | undefined> = {
  mine: 'team',
  team: 'unassigned',
  unassigned: 'breaching',
  mentions: 'unassigned',
  waiting: 'mine',
  breaching: 'mine',
  all: undefined,
}

export type NothingProps = {
  view: View
  narrowed: boolean
  inTeam: boolean
  offline: boolean
  error: Error | null
  onRetry: () => void
}

/** A list without rows: why, and what to do about it. */
export function NothingHere({ view, narrowed, inTeam, offline, error, onRetry }: NothingProps) {
  const say = useSay()
  const go = useGo()
  const to = (other: View) => (
    <Button onClick={() => go(`/queue/${other}`)}>{say('queue.empty-go', { view: say(`queue.view.${other}`) })}</Button>
  )
  if (error) return <Failed error={error} what={say('queue.title')} onRetry={onRetry} />
  if (offline) return <Empty title={say('queue.offline')}>{say('queue.offline-detail')}</Empty>
  if (narrowed)
    return (
      <Empty
        title={say('queue.none-match')}
        action={<Button onClick={() => go(`/queue/${view}`)}>{say('queue.clear')}</Button>}
      />
    )
  if (view === 'team' && !inTeam)
    return (
      <Empty title={say('queue.no-team')} action={to('unassigned')}>
        {say('queue.no-team-detail')}
      </Empty>
    )
  const other = view === 'mine' && !inTeam ? 'unassigned' : next[view]
  return (
    <Empty title={say('queue.empty')} action={other && to(other)}>
      {say(`queue.empty.${view}`)}
    </Empty>
  )
}

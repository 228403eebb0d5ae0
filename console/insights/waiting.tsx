import { Empty, Loading } from '../states/states.tsx'
import { useSay } from '../words/words.ts'

type Asked = { isPending: boolean; error: Error | null; fetchStatus: 'fetching' | 'paused' | 'idle' }

/** An answer is on its way, or waits for the network; nothing once it is there or failed. */
export function Waiting({ answer: { isPending, error, fetchStatus } }: { answer: Asked }) {
  const say = useSay()
  if (!isPending || error !== null || fetchStatus === 'idle') return null
  if (fetchStatus === 'paused') return <Empty title={say('queue.offline')}>{say('queue.offline-detail')}</Empty>
  return <Loading what={say('insights.loading')} />
}

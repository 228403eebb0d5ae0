import Link from '@cloudscape-design/components/link'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Table from '@cloudscape-design/components/table'
import { useMay } from '../../app/console-context.ts'
import { useFollow } from '../../app/router.tsx'
import type { Firing } from '../../client/api.ts'
import { Empty } from '../../states/states.tsx'
import { Moment } from '../../words/moment.tsx'
import { useSay } from '../../words/words.ts'

/** Each firing: on what, what was done, what was stopped, and why. */
export function FiringTable({ firings, empty, title }: { firings: readonly Firing[]; empty: string; title: string }) {
  const say = useSay()
  return (
    <Table<Firing>
      variant="embedded"
      items={firings}
      wrapLines
      ariaLabels={{ tableLabel: title }}
      empty={<Empty title={empty} />}
      columnDefinitions={[
        { id: 'at', header: say('ops.at'), cell: ({ at }) => <Moment at={at} /> },
        { id: 'by', header: say('ops.event'), cell: ({ occurrence }) => say(`ops.event.${occurrence.event}`) },
        { id: 'did', header: say('ops.then'), cell: firing => <Steps firing={firing} /> },
        { id: 'matter', header: say('queue.column.matter'), cell: ({ conversation }) => <Matter id={conversation} /> },
      ]}
    />
  )
}

const signs = { waiting: 'pending', done: 'success', nothing: 'info', refused: 'error', stopped: 'stopped' } as const

function Steps({ firing: { stopped, steps } }: { firing: Firing }) {
  const say = useSay()
  if (stopped !== undefined) return <StatusIndicator type="stopped">{say(`ops.stopped.${stopped}`)}</StatusIndicator>
  return (
    <ul className="plain">
      {Object.entries(steps).map(([place, { action, outcome, detail }]) => (
        <li key={place}>
          <StatusIndicator type={signs[outcome]}>
            {say(`ops.do.${action.do}`)}: {say(`ops.outcome.${outcome}`)}
          </StatusIndicator>
          {detail !== undefined && <div className="quiet">{detail}</div>}
        </li>
      ))}
    </ul>
  )
}

/** Operators may not open conversations; they see its id, which a colleague can look up. */
function Matter({ id }: { id: string }) {
  const say = useSay()
  const may = useMay()
  const follow = useFollow()
  if (!may('readConversation')) return <span className="quiet">{id.slice(0, 8)}</span>
  return (
    <Link href={`/conversations/${id}`} onFollow={follow}>
      {say('keys.open')}
    </Link>
  )
}

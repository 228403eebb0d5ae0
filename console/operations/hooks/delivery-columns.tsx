import Button from '@cloudscape-design/components/button'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { HookDelivery } from '../../client/api.ts'
import { Moment } from '../../words/moment.tsx'
import { type Say, useSay } from '../../words/words.ts'
import type { Column } from '../list/list-screen.tsx'

const signs = { waiting: 'pending', delivered: 'success', failed: 'error', nothing: 'info' } as const

export const deliveryColumns = (say: Say, replay: ((id: string) => void) | undefined): Column<HookDelivery>[] => [
  { id: 'at', header: say('ops.at'), minWidth: 150, cell: ({ at }) => <Moment at={at} /> },
  { id: 'type', header: say('ops.hook.events'), minWidth: 170, cell: ({ type }) => say(`ops.told.${type}`) },
  {
    id: 'status',
    header: say('ops.state'),
    minWidth: 140,
    cell: ({ status, nextAt }) => (
      <>
        <StatusIndicator type={signs[status]}>{say(`ops.delivery.${status}`)}</StatusIndicator>
        {nextAt !== undefined && (
          <div className="quiet">
            {say('ops.delivery.next')} <Moment at={nextAt} />
          </div>
        )}
      </>
    ),
  },
  { id: 'tries', header: say('ops.delivery.tries'), minWidth: 180, cell: delivery => <LastTry delivery={delivery} /> },
  ...(replay === undefined
    ? []
    : [
        {
          id: 'replay',
          header: say('ops.hook.again'),
          minWidth: 120,
          cell: ({ id, status }: HookDelivery) =>
            status === 'waiting' ? null : (
              <Button variant="inline-link" onClick={() => replay(id)}>
                {say('ops.hook.again')}
              </Button>
            ),
        },
      ]),
]

function LastTry({ delivery: { tries } }: { delivery: HookDelivery }) {
  const say = useSay()
  const last = tries.at(-1)
  if (last === undefined) return <span>{say('ops.delivery.untried')}</span>
  const outcome = last.trouble === undefined ? '' : say(`ops.trouble.${last.trouble}`)
  return (
    <>
      {[last.status, outcome].filter(Boolean).join(' · ')} ({last.ms} ms)
      {tries.length > 1 && <div className="quiet">{say('ops.delivery.of', { count: tries.length })}</div>}
    </>
  )
}

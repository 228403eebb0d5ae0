import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { Hook } from '../../client/api.ts'
import { Moment } from '../../words/moment.tsx'
import { type Say, useSay } from '../../words/words.ts'
import { Active, Named } from '../list/cells.tsx'
import { type Column, ListScreen } from '../list/list-screen.tsx'
import { useList } from '../list/use-list.ts'

export const useHooks = () => useList('hooks', (api, query, signal) => api.hooks(query, signal), 30_000)

/** Other systems that are told what happens. */
export function HooksScreen() {
  const say = useSay()
  return <ListScreen place="hooks" list={useHooks()} columns={columns(say)} textOf={({ id, url }) => `${id} ${url}`} />
}

const columns = (say: Say): Column<Hook>[] => [
  {
    id: 'id',
    header: say('ops.hook'),
    isRowHeader: true,
    minWidth: 160,
    cell: ({ id }) => <Named place="hooks" id={id} />,
  },
  { id: 'url', header: say('ops.hook.url'), minWidth: 260, cell: ({ url }) => <span className="wraps">{url}</span> },
  {
    id: 'events',
    header: say('ops.hook.events'),
    minWidth: 200,
    cell: ({ events }) => events.map(event => say(`ops.told.${event}`)).join(', ') || say('ops.hook.rules-only'),
  },
  { id: 'state', header: say('ops.state'), minWidth: 160, cell: hook => <HookState hook={hook} /> },
]

function HookState({ hook: { active, off, failingSince } }: { hook: Hook }) {
  const say = useSay()
  if (!active && off)
    return (
      <StatusIndicator type="error">
        {say(`ops.hook.off.${off.reason}`)} <Moment at={off.at} />
      </StatusIndicator>
    )
  if (active && failingSince !== undefined)
    return (
      <StatusIndicator type="warning">
        {say('ops.hook.failing')} <Moment at={failingSince} />
      </StatusIndicator>
    )
  return <Active active={active} />
}

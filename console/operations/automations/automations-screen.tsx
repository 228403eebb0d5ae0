import type { Automation } from '../../client/api.ts'
import { Moment } from '../../words/moment.tsx'
import { type Say, useSay } from '../../words/words.ts'
import { Active, Named } from '../list/cells.tsx'
import { type Column, ListScreen } from '../list/list-screen.tsx'
import { useList } from '../list/use-list.ts'

export const useAutomations = () => useList('automations', (api, query, signal) => api.automations(query, signal))

/** When something happens, and if all this holds, then do that. */
export function AutomationsScreen() {
  const say = useSay()
  return (
    <ListScreen
      place="automations"
      list={useAutomations()}
      columns={columns(say)}
      textOf={({ id, name }) => `${id} ${name}`}
    />
  )
}

const columns = (say: Say): Column<Automation>[] => [
  {
    id: 'name',
    header: say('ops.name'),
    isRowHeader: true,
    minWidth: 180,
    cell: ({ id, name }) => <Named place="automations" id={id} name={name} />,
  },
  { id: 'when', header: say('ops.when'), minWidth: 180, cell: ({ when }) => say(`ops.event.${when.event}`) },
  {
    id: 'does',
    header: say('ops.then'),
    minWidth: 200,
    cell: ({ actions }) => actions.map(action => say(`ops.do.${action.do}`)).join(', '),
  },
  { id: 'since', header: say('ops.since'), minWidth: 150, cell: ({ since }) => <Moment at={since} /> },
  { id: 'active', header: say('ops.state'), minWidth: 110, cell: ({ active }) => <Active active={active} /> },
]

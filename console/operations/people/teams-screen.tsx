import type { Team } from '../../client/api.ts'
import { type Say, useSay } from '../../words/words.ts'
import { Named } from '../list/cells.tsx'
import { type Column, ListScreen } from '../list/list-screen.tsx'
import { useList } from '../list/use-list.ts'
import { useAllHours } from './hours-screen.tsx'

export const useAllTeams = () => useList('teams', (api, query, signal) => api.teams(query, signal))

export function TeamsScreen() {
  const say = useSay()
  const { data: hours = [] } = useAllHours()
  const nameOf = (id: string) =>
    id === 'always' ? say('ops.hours.always') : (hours.find(one => one.id === id)?.name ?? id)
  return (
    <ListScreen
      place="teams"
      list={useAllTeams()}
      columns={columns(say, nameOf)}
      textOf={({ id, name, department }) => `${id} ${name} ${department}`}
    />
  )
}

const columns = (say: Say, hours: (id: string) => string): Column<Team>[] => [
  {
    id: 'name',
    header: say('ops.name'),
    isRowHeader: true,
    minWidth: 180,
    cell: ({ id, name }) => <Named place="teams" id={id} name={name} />,
  },
  { id: 'department', header: say('ops.department'), minWidth: 140, cell: ({ department }) => department },
  {
    id: 'brands',
    header: say('ops.brands'),
    minWidth: 140,
    cell: ({ brands = [] }) => brands.join(', ') || say('ops.any'),
  },
  { id: 'hours', header: say('ops.place.hours'), minWidth: 160, cell: team => hours(team.hours) },
  { id: 'escalate', header: say('ops.team.escalate'), minWidth: 140, cell: ({ escalateTo }) => escalateTo ?? '–' },
]

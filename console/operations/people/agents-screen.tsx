import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { Agent } from '../../client/api.ts'
import { useNames } from '../../data/people.ts'
import { type Say, useSay } from '../../words/words.ts'
import { Named } from '../list/cells.tsx'
import { type Column, ListScreen } from '../list/list-screen.tsx'
import { useList } from '../list/use-list.ts'

export const useAllAgents = () => useList('agents', (api, query, signal) => api.agents(query, signal))

/** The people who answer. Roles come with the sign-in, from the groups of the user pool. */
export function AgentsScreen() {
  const say = useSay()
  const { team } = useNames()
  return (
    <ListScreen
      place="agents"
      list={useAllAgents()}
      columns={columns(say, team)}
      textOf={({ id, name, teams, skills }) => [id, name, ...teams, ...skills].join(' ')}
    />
  )
}

const columns = (say: Say, team: (id: string) => string): Column<Agent>[] => [
  {
    id: 'name',
    header: say('ops.name'),
    isRowHeader: true,
    minWidth: 180,
    cell: ({ id, name }) => <Named place="agents" id={id} name={name} />,
  },
  {
    id: 'teams',
    header: say('ops.place.teams'),
    minWidth: 160,
    cell: ({ teams }) => teams.map(team).join(', ') || '–',
  },
  { id: 'skills', header: say('ops.skills'), minWidth: 140, cell: ({ skills }) => skills.join(', ') || '–' },
  {
    id: 'languages',
    header: say('ops.languages'),
    minWidth: 110,
    cell: ({ languages }) => languages.join(', ') || '–',
  },
  { id: 'capacity', header: say('ops.capacity'), minWidth: 100, cell: ({ capacity }) => capacity },
  { id: 'state', header: say('settings.availability'), minWidth: 130, cell: agent => <Availability agent={agent} /> },
]

const signs = { online: 'success', away: 'pending', offline: 'stopped' } as const

function Availability({ agent: { active, availability } }: { agent: Agent }) {
  const say = useSay()
  if (!active) return <StatusIndicator type="stopped">{say('ops.agent.left')}</StatusIndicator>
  return <StatusIndicator type={signs[availability]}>{say(`availability.${availability}`)}</StatusIndicator>
}

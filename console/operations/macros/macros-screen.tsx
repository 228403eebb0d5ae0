import type { Macro } from '../../client/api.ts'
import { useNames } from '../../data/people.ts'
import { type Say, useSay } from '../../words/words.ts'
import { Active, Named } from '../list/cells.tsx'
import { type Column, ListScreen } from '../list/list-screen.tsx'
import { useList } from '../list/use-list.ts'

export const useAllMacros = () => useList('macros', (api, query, signal) => api.macros(query, signal))

/** Answers that are used again and again. */
export function MacrosScreen() {
  const say = useSay()
  const { team } = useNames()
  return (
    <ListScreen
      place="macros"
      list={useAllMacros()}
      columns={columns(say, team)}
      textOf={({ id, name, variants }) => [id, name, ...variants.map(({ text }) => text)].join(' ')}
    />
  )
}

const columns = (say: Say, team: (id: string) => string): Column<Macro>[] => [
  {
    id: 'name',
    header: say('ops.name'),
    isRowHeader: true,
    minWidth: 180,
    cell: ({ id, name }) => <Named place="macros" id={id} name={name} />,
  },
  {
    id: 'text',
    header: say('ops.macro.text'),
    minWidth: 260,
    cell: ({ variants: [first] }) => <span dir="auto">{first?.text.slice(0, 120)}</span>,
  },
  {
    id: 'languages',
    header: say('ops.languages'),
    minWidth: 110,
    cell: ({ variants }) => [...new Set(variants.map(({ language }) => language))].join(', '),
  },
  {
    id: 'for',
    header: say('ops.macro.for'),
    minWidth: 150,
    cell: ({ brand, teams = [] }) => [brand, ...teams.map(team)].filter(Boolean).join(', ') || say('ops.macro.all'),
  },
  { id: 'active', header: say('ops.state'), minWidth: 110, cell: ({ active }) => <Active active={active} /> },
]

import type { Hours } from '../../client/api.ts'
import { type Say, useSay } from '../../words/words.ts'
import { Named } from '../list/cells.tsx'
import { type Column, ListScreen } from '../list/list-screen.tsx'
import { useList } from '../list/use-list.ts'
import { intervalsOf, intervalText, weekdays } from './intervals.ts'

export const useAllHours = () => useList('hours', (api, query, signal) => api.hours(query, signal))

export function HoursScreen() {
  const say = useSay()
  return (
    <ListScreen place="hours" list={useAllHours()} columns={columns(say)} textOf={({ id, name }) => `${id} ${name}`} />
  )
}

const columns = (say: Say): Column<Hours>[] => [
  {
    id: 'name',
    header: say('ops.name'),
    isRowHeader: true,
    minWidth: 180,
    cell: ({ id, name }) => <Named place="hours" id={id} name={name} />,
  },
  {
    id: 'week',
    header: say('ops.hours.week'),
    minWidth: 260,
    cell: ({ weekly }) =>
      weekdays
        .filter(day => weekly[day].length > 0)
        .map(day => `${say(`ops.day-short.${day}`)} ${intervalText(intervalsOf(weekly[day]))}`)
        .join(' · '),
  },
  { id: 'zone', header: say('settings.time-zone'), minWidth: 140, cell: ({ timeZone }) => timeZone },
  { id: 'holidays', header: say('ops.holidays'), minWidth: 100, cell: ({ holidays }) => holidays.length },
]

import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQueryClient } from '@tanstack/react-query'
import { useConsole } from '../../app/console-context.ts'
import type { RoutingRule } from '../../client/api.ts'
import { useNames } from '../../data/people.ts'
import { reasonOf } from '../../states/states.tsx'
import { type Say, useSay } from '../../words/words.ts'
import { Active, Named } from '../list/cells.tsx'
import { type Column, ListScreen } from '../list/list-screen.tsx'
import { listKey, useList } from '../list/use-list.ts'
import { movedUp } from './move-rule.ts'
import { conditionWords } from './rule-words.ts'

export const useRoutingRules = () => useList('routing', (api, _query, signal) => api.routingRules(signal))

/** The rules of routing in the order in which they are tried: the first that applies decides. */
export function RulesScreen() {
  const say = useSay()
  const list = useRoutingRules()
  const { team, agent } = useNames()
  const move = useMove(list.data ?? [])
  return (
    <ListScreen
      place="routing"
      list={list}
      columns={[...columns(say, team, agent), moveColumn(say, list.data ?? [], move)]}
      textOf={({ id, name }) => `${id} ${name}`}
    />
  )
}

function useMove(rules: readonly RoutingRule[]) {
  const say = useSay()
  const { api, toasts } = useConsole()
  const queries = useQueryClient()
  return async (id: string) => {
    try {
      for (const { id: changed, ...rule } of movedUp(rules, id)) await api.setRoutingRule(changed, rule)
    } catch (error) {
      const detail = error instanceof Error ? reasonOf(error, say) : say('failed.here')
      toasts.show({ kind: 'error', text: say('ops.not-saved'), detail })
    }
    await queries.invalidateQueries({ queryKey: listKey('routing') })
  }
}

const columns = (say: Say, team: (id: string) => string, agent: (id: string) => string): Column<RoutingRule>[] => [
  {
    id: 'name',
    header: say('ops.name'),
    isRowHeader: true,
    minWidth: 180,
    cell: ({ id, name }) => <Named place="routing" id={id} name={name} />,
  },
  { id: 'when', header: say('ops.when'), minWidth: 220, cell: ({ when }) => conditionWords(when, say) },
  {
    id: 'to',
    header: say('ops.to'),
    minWidth: 180,
    cell: ({ to }) =>
      [to.agent && agent(to.agent), to.team && team(to.team), ...to.skills].filter(Boolean).join(', ') || '–',
  },
  { id: 'active', header: say('ops.state'), minWidth: 110, cell: ({ active }) => <Active active={active} /> },
]

const moveColumn = (
  say: Say,
  rules: readonly RoutingRule[],
  move: (id: string) => Promise<void>,
): Column<RoutingRule> => ({
  id: 'order',
  header: say('ops.order'),
  minWidth: 90,
  cell: ({ id, name, order }) => (
    <SpaceBetween direction="horizontal" size="xxs">
      <span>{order}</span>
      {rules[0]?.id !== id && (
        <Button
          variant="inline-icon"
          iconName="angle-up"
          ariaLabel={say('ops.move-up', { name })}
          onClick={() => void move(id)}
        />
      )}
    </SpaceBetween>
  ),
})

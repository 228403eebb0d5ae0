import ColumnLayout from '@cloudscape-design/components/column-layout'
import { useTeams } from '../../data/people.ts'
import { useSay } from '../../words/words.ts'
import { OptionalField, WordsField } from '../form/fields.tsx'
import type { Form } from '../form/use-form.ts'
import type { NamedMacro } from './macro-screen.tsx'

const statuses = ['open', 'waiting-customer', 'resolved', 'spam'] as const
const priorities = ['low', 'normal', 'high', 'urgent'] as const
type Actions = NonNullable<NamedMacro['actions']>

/** What becomes of the conversation when the answer goes out. */
export function MacroActionFields({ form: { value, set, errorAt } }: { form: Form<NamedMacro> }) {
  const say = useSay()
  const { data: teams = [] } = useTeams()
  const actions = value.actions ?? {}
  const change = (what: Partial<Actions>) => {
    const next = { ...actions, ...what }
    set({ actions: Object.values(next).some(one => one !== undefined) ? next : undefined })
  }
  const tag = (add: readonly string[], remove: readonly string[]) =>
    change({ tags: add.length + remove.length === 0 ? undefined : { add, remove } })
  return (
    <ColumnLayout columns={2}>
      <OptionalField
        label={say('acts.status')}
        value={actions.status}
        none={say('ops.unchanged')}
        options={statuses.map(status => ({ value: status, label: say(`status.${status}`) }))}
        onChange={chosen => change({ status: statuses.find(status => status === chosen) })}
      />
      <OptionalField
        label={say('filter.priority')}
        value={actions.priority}
        none={say('ops.unchanged')}
        options={priorities.map(priority => ({ value: priority, label: say(`priority.${priority}`) }))}
        onChange={chosen => change({ priority: priorities.find(priority => priority === chosen) })}
      />
      <WordsField
        label={say('ops.tags.add')}
        values={actions.tags?.add ?? []}
        onChange={add => tag(add, actions.tags?.remove ?? [])}
        error={errorAt('actions.tags.add')}
      />
      <WordsField
        label={say('ops.tags.remove')}
        values={actions.tags?.remove ?? []}
        onChange={remove => tag(actions.tags?.add ?? [], remove)}
        error={errorAt('actions.tags.remove')}
      />
      <OptionalField
        label={say('filter.team')}
        value={actions.assign?.team ?? undefined}
        none={say('ops.unchanged')}
        options={teams.map(team => ({ value: team.id, label: team.name }))}
        onChange={team => change({ assign: team === undefined ? undefined : { team } })}
        error={errorAt('actions.assign')}
      />
    </ColumnLayout>
  )
}

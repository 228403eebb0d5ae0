import ColumnLayout from '@cloudscape-design/components/column-layout'
import type { RoutingRule } from '../../client/api.ts'
import { useAgents, useTeams } from '../../data/people.ts'
import { useSay } from '../../words/words.ts'
import { OptionalField, TextField, WordsField } from '../form/fields.tsx'
import type { Form } from '../form/use-form.ts'

const priorities = ['low', 'normal', 'high', 'urgent'] as const

/** Where the rule leads. */
export function ConsequenceFields({ form: { value, set, errorAt } }: { form: Form<RoutingRule> }) {
  const say = useSay()
  const { data: teams = [] } = useTeams()
  const { data: agents = [] } = useAgents()
  const { to } = value
  const change = (what: Partial<RoutingRule['to']>) => set({ to: { ...to, ...what } })
  return (
    <ColumnLayout columns={2}>
      <OptionalField
        label={say('filter.team')}
        value={to.team}
        none={say('ops.by-department')}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={team => change({ team })}
        error={errorAt('to.team')}
      />
      <OptionalField
        label={say('ops.first-agent')}
        value={to.agent}
        none={say('ops.whoever')}
        options={agents.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={agent => change({ agent })}
        error={errorAt('to.agent')}
      />
      <WordsField
        label={say('ops.needs-skills')}
        values={to.skills}
        onChange={skills => change({ skills })}
        error={errorAt('to.skills')}
      />
      <TextField
        label={say('ops.specialist')}
        about={say('ops.specialist.about')}
        value={to.specialist ?? ''}
        onChange={written => change({ specialist: written === '' ? undefined : written })}
        error={errorAt('to.specialist')}
      />
      <OptionalField
        label={say('filter.priority')}
        value={to.priority}
        none={say('ops.unchanged')}
        options={priorities.map(priority => ({ value: priority, label: say(`priority.${priority}`) }))}
        onChange={chosen => change({ priority: priorities.find(priority => priority === chosen) })}
        error={errorAt('to.priority')}
      />
    </ColumnLayout>
  )
}

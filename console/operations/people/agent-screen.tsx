import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import { useState } from 'react'
import { useConsole } from '../../app/console-context.ts'
import type { Agent, AgentSettings } from '../../client/api.ts'
import { dataKeys } from '../../data/keys.ts'
import { useTeams } from '../../data/people.ts'
import { useSay } from '../../words/words.ts'
import { Editor } from '../form/editor.tsx'
import { ManyField, NumberField, SwitchField, TextField, WordsField } from '../form/fields.tsx'
import { ItemScreen } from '../form/item-screen.tsx'
import type { Form } from '../form/use-form.ts'
import { useItemForm } from '../form/use-item-form.ts'
import { useAllAgents } from './agents-screen.tsx'

export function AgentScreen({ id }: { id: string }) {
  return (
    <ItemScreen place="agents" id={id} list={useAllAgents()}>
      {agent => <AgentForm agent={agent} />}
    </ItemScreen>
  )
}

const blank: AgentSettings = { name: '', teams: [], skills: [], languages: ['en'], capacity: 20, active: true }

/** Availability is the person's own: it stays as it is. */
function startOf(agent: Agent | undefined): AgentSettings & { id: string } {
  if (agent === undefined) return { ...blank, id: '' }
  const { availability: _availability, ...settings } = agent
  return settings
}

function AgentForm({ agent }: { agent: Agent | undefined }) {
  const say = useSay()
  const { api } = useConsole()
  const [start] = useState(() => startOf(agent))
  const { form, ...rest } = useItemForm({
    place: 'agents',
    start,
    send: ({ id, ...settings }) => api.setAgent(id, settings),
    outdates: [dataKeys.agents, dataKeys.me],
  })
  return (
    <Editor form={form} title={agent?.name ?? say('ops.new.agents')} about={say('ops.agent.about')} {...rest}>
      <Container>
        <AgentFields form={form} isNew={agent === undefined} />
      </Container>
    </Editor>
  )
}

type Fields = { form: Form<AgentSettings & { id: string }>; isNew: boolean }

function AgentFields({ form, isNew }: Fields) {
  const say = useSay()
  const { data: teams = [] } = useTeams()
  const { value, set, errorAt } = form
  return (
    <ColumnLayout columns={2}>
      {isNew && (
        <TextField label={say('ops.id')} about={say('ops.id.agent')} value={value.id} onChange={id => set({ id })} />
      )}
      <TextField label={say('ops.name')} value={value.name} onChange={name => set({ name })} error={errorAt('name')} />
      <TextField
        label={say('ops.agent.email')}
        type="email"
        value={value.email ?? ''}
        onChange={email => set({ email: email === '' ? undefined : email })}
        error={errorAt('email')}
      />
      <ManyField
        label={say('ops.place.teams')}
        none={say('ops.no-team')}
        values={value.teams ?? []}
        options={teams.map(team => ({ value: team.id, label: team.name }))}
        onChange={chosen => set({ teams: chosen })}
        error={errorAt('teams')}
      />
      <AbilityFields form={form} />
    </ColumnLayout>
  )
}

/** What they can take. */
function AbilityFields({ form: { value, set, errorAt } }: Pick<Fields, 'form'>) {
  const say = useSay()
  return (
    <>
      <WordsField
        label={say('ops.skills')}
        values={value.skills ?? []}
        onChange={skills => set({ skills })}
        error={errorAt('skills')}
      />
      <WordsField
        label={say('ops.languages')}
        about={say('ops.languages.about')}
        values={value.languages ?? []}
        onChange={languages => set({ languages })}
        error={errorAt('languages')}
      />
      <NumberField
        label={say('ops.capacity')}
        about={say('ops.capacity.about')}
        value={value.capacity}
        onChange={capacity => set({ capacity })}
        error={errorAt('capacity')}
      />
      <TextField
        label={say('settings.time-zone')}
        value={value.timeZone ?? ''}
        placeholder="Europe/London"
        onChange={zone => set({ timeZone: zone === '' ? undefined : zone })}
        error={errorAt('timeZone')}
      />
      <SwitchField
        label={say('ops.agent.active')}
        about={say('ops.agent.active.about')}
        on={value.active !== false}
        onChange={active => set({ active })}
      />
    </>
  )
}

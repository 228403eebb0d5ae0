import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useState } from 'react'
import { useConsole } from '../../app/console-context.ts'
import type { Team, TeamSettings } from '../../client/api.ts'
import { dataKeys } from '../../data/keys.ts'
import { useSay } from '../../words/words.ts'
import { Editor } from '../form/editor.tsx'
import { ChoiceField, OptionalField, TextField, WordsField } from '../form/fields.tsx'
import { ItemScreen } from '../form/item-screen.tsx'
import type { Form } from '../form/use-form.ts'
import { useItemForm } from '../form/use-item-form.ts'
import { useAllHours } from './hours-screen.tsx'
import { TargetFields } from './target-fields.tsx'
import { useAllTeams } from './teams-screen.tsx'
import { TopicFields } from './topic-fields.tsx'

export type NamedTeam = TeamSettings & { id: string }

export function TeamScreen({ id }: { id: string }) {
  return (
    <ItemScreen place="teams" id={id} list={useAllTeams()}>
      {team => <TeamForm team={team} />}
    </ItemScreen>
  )
}

const blank: NamedTeam = { id: '', name: '', department: 'service', hours: 'always' }

function TeamForm({ team }: { team: Team | undefined }) {
  const say = useSay()
  const { api } = useConsole()
  const [start] = useState<NamedTeam>(team ?? blank)
  const { form, ...rest } = useItemForm<NamedTeam>({
    place: 'teams',
    start,
    send: ({ id, ...settings }) => api.setTeam(id, settings),
    outdates: [dataKeys.teams],
  })
  return (
    <Editor form={form} title={team?.name ?? say('ops.new.teams')} about={say('ops.team.about')} {...rest}>
      <Container>
        <TeamFields form={form} isNew={team === undefined} />
      </Container>
      <Container
        header={
          <Header variant="h2" description={say('ops.targets.about')}>
            {say('ops.targets')}
          </Header>
        }
      >
        <TargetFields form={form} />
      </Container>
      <Container
        header={
          <Header variant="h2" description={say('ops.topics.about')}>
            {say('ops.topics')}
          </Header>
        }
      >
        <TopicFields form={form} />
      </Container>
    </Editor>
  )
}

function TeamFields({ form: { value, set, errorAt }, isNew }: { form: Form<NamedTeam>; isNew: boolean }) {
  const say = useSay()
  const { data: hours = [] } = useAllHours()
  const { data: teams = [] } = useAllTeams()
  return (
    <ColumnLayout columns={2}>
      {isNew && (
        <TextField label={say('ops.id')} about={say('ops.id.about')} value={value.id} onChange={id => set({ id })} />
      )}
      <TextField label={say('ops.name')} value={value.name} onChange={name => set({ name })} error={errorAt('name')} />
      <TextField
        label={say('ops.department')}
        about={say('ops.team.department')}
        value={value.department}
        onChange={department => set({ department })}
        error={errorAt('department')}
      />
      <WordsField
        label={say('ops.brands')}
        about={say('ops.team.brands')}
        values={value.brands ?? []}
        onChange={brands => set({ brands: brands.length === 0 ? undefined : brands })}
        error={errorAt('brands')}
      />
      <ChoiceField
        label={say('ops.place.hours')}
        value={value.hours}
        options={[
          { value: 'always', label: say('ops.hours.always') },
          ...hours.map(one => ({ value: one.id, label: one.name })),
        ]}
        onChange={chosen => set({ hours: chosen })}
        error={errorAt('hours')}
      />
      <OptionalField
        label={say('ops.team.escalate')}
        value={value.escalateTo}
        none={say('ops.nobody')}
        options={teams.filter(({ id }) => id !== value.id).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={escalateTo => set({ escalateTo })}
        error={errorAt('escalateTo')}
      />
    </ColumnLayout>
  )
}

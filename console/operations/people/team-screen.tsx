import { useConsole } from '../../app/console-context.ts'
import type { Team, TeamSettings } from '../../client/api.ts'
import { dataKeys } from '../../data/keys.ts'
import { useSay } from '../../words/words.ts'
import { ChoiceField, OptionalField, TextField, WordsField } from '../form/fields.tsx'
import { NamedScreen } from '../form/named-screen.tsx'
import { Section } from '../form/section.tsx'
import type { Form } from '../form/use-form.ts'
import { useAllHours } from './hours-screen.tsx'
import { TargetFields } from './target-fields.tsx'
import { useAllTeams } from './teams-screen.tsx'
import { TopicFields } from './topic-fields.tsx'

export type NamedTeam = TeamSettings & { id: string }

const blank: NamedTeam = { id: '', name: '', department: 'service', hours: 'always' }

/** A team: whose contacts it answers, when it is there, how fast it answers, and what it is good at. */
export function TeamScreen({ id }: { id: string }) {
  const say = useSay()
  const { api } = useConsole()
  return (
    <NamedScreen<Team, NamedTeam>
      {...{ place: 'teams', id, list: useAllTeams(), about: say('ops.team.about') }}
      startOf={team => team ?? blank}
      send={({ id: named, ...settings }) => api.setTeam(named, settings)}
      outdates={[dataKeys.teams]}
      fields={form => <TeamFields form={form} />}
    >
      {form => (
        <>
          <Section title={say('ops.targets')} about={say('ops.targets.about')}>
            <TargetFields form={form} />
          </Section>
          <Section title={say('ops.topics')} about={say('ops.topics.about')}>
            <TopicFields form={form} />
          </Section>
        </>
      )}
    </NamedScreen>
  )
}

function TeamFields({ form: { value, set, errorAt } }: { form: Form<NamedTeam> }) {
  const say = useSay()
  const { data: hours = [] } = useAllHours()
  const { data: teams = [] } = useAllTeams()
  return (
    <>
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
        options={teams.flatMap(team => (team.id === value.id ? [] : [{ value: team.id, label: team.name }]))}
        onChange={escalateTo => set({ escalateTo })}
        error={errorAt('escalateTo')}
      />
    </>
  )
}

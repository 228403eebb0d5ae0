import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useState } from 'react'
import { useConsole } from '../../app/console-context.ts'
import type { ListedSource, SourceSettings } from '../../client/api.ts'
import { useTeams } from '../../data/people.ts'
import { useSay } from '../../words/words.ts'
import { Editor } from '../form/editor.tsx'
import { ChoiceField, OptionalField, TextField } from '../form/fields.tsx'
import { ItemScreen } from '../form/item-screen.tsx'
import type { Form } from '../form/use-form.ts'
import { useItemForm } from '../form/use-item-form.ts'
import { OwnIdentifiers } from './own-identifiers.tsx'
import { SignatureFields } from './signature-fields.tsx'
import { connections } from './source-kinds.ts'
import { useSources } from './use-sources.ts'

/** A source and how what comes from it is read. One that nobody configured may be, once, under the id of its door. */
export function SourceScreen({ id }: { id: string }) {
  const list = useSources()
  const doors = connections.filter(({ source }) => source === id && !list.data?.some(one => one.id === id))
  const [door] = doors
  if (list.data && door) return <SourceForm id={id} start={blank(door.kind)} />
  return (
    <ItemScreen place="sources" id={id} list={list}>
      {source => <SourceForm id={source?.id} start={source ? settingsOf(source) : blank('mail')} />}
    </ItemScreen>
  )
}

export type NamedSource = SourceSettings & { id: string }

function settingsOf({ id: _id, health: _health, configured: _configured, ...settings }: ListedSource): SourceSettings {
  return settings
}

const blank = (kind: SourceSettings['kind']): SourceSettings => ({
  ...{ kind, brand: 'default', department: kind === 'x' || kind === 'meta' ? 'social' : 'service' },
  ...{ defaultRegion: 'GB', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, ownIdentifiers: [] },
})

function SourceForm({ id, start }: { id: string | undefined; start: SourceSettings }) {
  const say = useSay()
  const { api } = useConsole()
  const [first] = useState({ ...start, id: id ?? '' })
  const { form, ...rest } = useItemForm<NamedSource>({
    place: 'sources',
    start: first,
    send: ({ id: own, ...settings }) => api.setSource(own, settings),
  })
  return (
    <Editor form={form} title={id ?? say('ops.new.sources')} about={say('ops.source.about')} {...rest}>
      <Container header={<Header variant="h2">{say('ops.source.reading')}</Header>}>
        <ReadingFields form={form} isNew={id === undefined} />
      </Container>
      <Container
        header={
          <Header variant="h2" description={say('ops.source.own.about')}>
            {say('ops.source.own')}
          </Header>
        }
      >
        <OwnIdentifiers form={form} />
      </Container>
      {form.value.kind === 'mail' && (
        <Container header={<Header variant="h2">{say('ops.source.signing')}</Header>}>
          <SignatureFields form={form} />
        </Container>
      )}
    </Editor>
  )
}

function ReadingFields({ form: { value, set, errorAt }, isNew }: { form: Form<NamedSource>; isNew: boolean }) {
  const say = useSay()
  const { data: teams = [] } = useTeams()
  const text = (field: 'brand' | 'department' | 'defaultRegion' | 'timeZone') => ({
    value: value[field],
    onChange: (written: string) => set({ [field]: written }),
    error: errorAt(field),
  })
  return (
    <ColumnLayout columns={2}>
      {isNew && (
        <TextField label={say('ops.id')} about={say('ops.id.source')} value={value.id} onChange={id => set({ id })} />
      )}
      <ChoiceField
        label={say('ops.source.kind')}
        value={value.kind}
        options={connections.map(({ kind }) => ({ value: kind, label: say(`ops.source-kind.${kind}`) }))}
        onChange={kind => set({ kind })}
        error={errorAt('kind')}
      />
      <TextField label={say('filter.brand')} about={say('ops.source.brand')} {...text('brand')} />
      <TextField label={say('ops.department')} {...text('department')} />
      <OptionalField
        label={say('filter.team')}
        about={say('ops.source.team')}
        value={value.team}
        none={say('ops.by-department')}
        options={teams.map(team => ({ value: team.id, label: team.name }))}
        onChange={team => set({ team })}
        error={errorAt('team')}
      />
      <TextField label={say('ops.region')} about={say('ops.region.about')} {...text('defaultRegion')} />
      <TextField label={say('settings.time-zone')} about={say('ops.source.zone')} {...text('timeZone')} />
    </ColumnLayout>
  )
}

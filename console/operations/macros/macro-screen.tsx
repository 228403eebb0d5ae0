import Button from '@cloudscape-design/components/button'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useState } from 'react'
import { useConsole } from '../../app/console-context.ts'
import type { Macro, MacroSettings } from '../../client/api.ts'
import { useTeams } from '../../data/people.ts'
import { useSay } from '../../words/words.ts'
import { Editor } from '../form/editor.tsx'
import { ManyField, SwitchField, TextField } from '../form/fields.tsx'
import { ItemScreen } from '../form/item-screen.tsx'
import type { Form } from '../form/use-form.ts'
import { useItemForm } from '../form/use-item-form.ts'
import { MacroActionFields } from './macro-action-fields.tsx'
import { useAllMacros } from './macros-screen.tsx'
import { VariantFields } from './variant-fields.tsx'

export type NamedMacro = MacroSettings & { id: string }

export function MacroScreen({ id }: { id: string }) {
  return (
    <ItemScreen place="macros" id={id} list={useAllMacros()}>
      {macro => <MacroForm macro={macro} />}
    </ItemScreen>
  )
}

const blank: NamedMacro = { id: '', name: '', variants: [{ language: 'en', text: '' }], active: true }

function MacroForm({ macro }: { macro: Macro | undefined }) {
  const say = useSay()
  const { api } = useConsole()
  const [start] = useState<NamedMacro>(macro ?? blank)
  const { form, ...rest } = useItemForm<NamedMacro>({
    place: 'macros',
    start,
    send: ({ id, ...settings }) => api.setMacro(id, settings),
    outdates: [['macros']],
  })
  const { value, set } = form
  const { variants } = value
  return (
    <Editor form={form} title={macro?.name ?? say('ops.new.macros')} about={say('ops.macro.about')} {...rest}>
      <Container>
        <MacroFields form={form} isNew={macro === undefined} />
      </Container>
      {[...Object.entries(variants)].map(([place, variant], at) => (
        <VariantFields
          key={place}
          variant={variant}
          errorAt={field => form.errorAt(`variants.${at}.${field}`)}
          onChange={changed => set({ variants: variants.map((one, n) => (n === at ? changed : one)) })}
          onRemove={variants.length > 1 ? () => set({ variants: variants.filter((_, n) => n !== at) }) : undefined}
        />
      ))}
      <Button
        formAction="none"
        iconName="add-plus"
        onClick={() => set({ variants: [...variants, { language: 'de', text: '' }] })}
      >
        {say('ops.macro.variant')}
      </Button>
      <Container
        header={
          <Header variant="h2" description={say('ops.macro.then.about')}>
            {say('ops.macro.then')}
          </Header>
        }
      >
        <MacroActionFields form={form} />
      </Container>
    </Editor>
  )
}

function MacroFields({ form: { value, set, errorAt }, isNew }: { form: Form<NamedMacro>; isNew: boolean }) {
  const say = useSay()
  const { data: teams = [] } = useTeams()
  return (
    <ColumnLayout columns={2}>
      {isNew && (
        <TextField label={say('ops.id')} about={say('ops.id.about')} value={value.id} onChange={id => set({ id })} />
      )}
      <TextField label={say('ops.name')} value={value.name} onChange={name => set({ name })} error={errorAt('name')} />
      <TextField
        label={say('filter.brand')}
        about={say('ops.macro.brand')}
        value={value.brand ?? ''}
        onChange={brand => set({ brand: brand === '' ? undefined : brand })}
        error={errorAt('brand')}
      />
      <ManyField
        label={say('ops.place.teams')}
        about={say('ops.macro.teams')}
        none={say('ops.macro.all')}
        values={value.teams ?? []}
        options={teams.map(team => ({ value: team.id, label: team.name }))}
        onChange={chosen => set({ teams: chosen.length === 0 ? undefined : chosen })}
        error={errorAt('teams')}
      />
      <SwitchField label={say('ops.macro.active')} on={value.active !== false} onChange={active => set({ active })} />
    </ColumnLayout>
  )
}

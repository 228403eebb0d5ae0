import Button from '@cloudscape-design/components/button'
import { useConsole } from '../../app/console-context.ts'
import type { Macro, MacroSettings } from '../../client/api.ts'
import { useTeams } from '../../data/people.ts'
import { useSay } from '../../words/words.ts'
import { ManyField, SwitchField, TextField } from '../form/fields.tsx'
import { NamedScreen } from '../form/named-screen.tsx'
import { Section } from '../form/section.tsx'
import type { Form } from '../form/use-form.ts'
import { MacroActionFields } from './macro-action-fields.tsx'
import { useAllMacros } from './macros-screen.tsx'
import { VariantFields } from './variant-fields.tsx'

export type NamedMacro = MacroSettings & { id: string }

const blank: NamedMacro = { id: '', name: '', variants: [{ language: 'en', text: '' }], active: true }

/** A text to answer with, in each language and for each channel, and what is done along with it. */
export function MacroScreen({ id }: { id: string }) {
  const say = useSay()
  const { api } = useConsole()
  const { data: teams = [] } = useTeams()
  return (
    <NamedScreen<Macro, NamedMacro>
      {...{ place: 'macros', id, list: useAllMacros(), about: say('ops.macro.about') }}
      startOf={macro => macro ?? blank}
      send={({ id: named, ...settings }) => api.setMacro(named, settings)}
      outdates={[['macros']]}
      fields={({ value, set, errorAt }) => (
        <>
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
          <SwitchField
            label={say('ops.macro.active')}
            on={value.active !== false}
            onChange={active => set({ active })}
          />
        </>
      )}
    >
      {form => (
        <>
          <Variants form={form} />
          <Section title={say('ops.macro.then')} about={say('ops.macro.then.about')}>
            <MacroActionFields form={form} />
          </Section>
        </>
      )}
    </NamedScreen>
  )
}

function Variants({ form }: { form: Form<NamedMacro> }) {
  const say = useSay()
  const { variants } = form.value
  const put = (next: NamedMacro['variants']) => form.set({ variants: next })
  return (
    <>
      {[...Object.entries(variants)].map(([place, variant], at) => (
        <VariantFields
          key={place}
          variant={variant}
          errorAt={field => form.errorAt(`variants.${at}.${field}`)}
          onChange={changed => put(variants.map((one, n) => (n === at ? changed : one)))}
          onRemove={variants.length > 1 ? () => put(variants.filter((_, n) => n !== at)) : undefined}
        />
      ))}
      <Button formAction="none" iconName="add-plus" onClick={() => put([...variants, { language: 'de', text: '' }])}>
        {say('ops.macro.variant')}
      </Button>
    </>
  )
}

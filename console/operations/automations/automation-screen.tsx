import SpaceBetween from '@cloudscape-design/components/space-between'
import { useConsole } from '../../app/console-context.ts'
import type { Automation } from '../../client/api.ts'
import { useSay } from '../../words/words.ts'
import { SwitchField } from '../form/fields.tsx'
import { NamedScreen } from '../form/named-screen.tsx'
import { Section } from '../form/section.tsx'
import { ActionFields } from './action-fields.tsx'
import { AutomationLogPanel } from './automation-log.tsx'
import { AutomationPreviewPanel } from './automation-preview.tsx'
import { useAutomations } from './automations-screen.tsx'
import { ConditionRows } from './condition-rows.tsx'
import { blankDraft, draftOf, type RuleDraft, settingsOf } from './rule-draft.ts'
import { WhenFields } from './when-fields.tsx'

/** A rule that acts by itself, with what it would do, and what it did. */
export function AutomationScreen({ id }: { id: string }) {
  const say = useSay()
  const { api } = useConsole()
  return (
    <NamedScreen<Automation, RuleDraft>
      {...{ place: 'automations', id, list: useAutomations(), about: say('ops.automation.about') }}
      startOf={rule => (rule ? draftOf(rule) : blankDraft)}
      send={draft => api.setAutomation(draft.id, settingsOf(draft))}
      fields={({ value, set }) => (
        <SwitchField
          label={say('ops.rule.active')}
          about={say('ops.rule.active.about')}
          on={value.active}
          onChange={active => set({ active })}
        />
      )}
    >
      {(form, rule) => (
        <>
          <Section title={say('ops.when')}>
            <WhenFields when={form.value.when} onChange={when => form.set({ when })} errorAt={form.errorAt} />
          </Section>
          <Section title={say('ops.if')}>
            <SpaceBetween size="l">
              <ConditionRows form={form} list="all" />
              <ConditionRows form={form} list="any" />
            </SpaceBetween>
          </Section>
          <Section title={say('ops.then')}>
            <ActionFields form={form} />
          </Section>
          <AutomationPreviewPanel draft={form.value} />
          {rule && <AutomationLogPanel rule={rule.id} />}
        </>
      )}
    </NamedScreen>
  )
}

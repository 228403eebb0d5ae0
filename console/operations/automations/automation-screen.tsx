import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useConsole } from '../../app/console-context.ts'
import type { Automation } from '../../client/api.ts'
import { useSay } from '../../words/words.ts'
import { Editor } from '../form/editor.tsx'
import { SwitchField, TextField } from '../form/fields.tsx'
import { ItemScreen } from '../form/item-screen.tsx'
import { useItemForm } from '../form/use-item-form.ts'
import { ActionFields } from './action-fields.tsx'
import { AutomationLogPanel } from './automation-log.tsx'
import { AutomationPreviewPanel } from './automation-preview.tsx'
import { useAutomations } from './automations-screen.tsx'
import { ConditionRows } from './condition-rows.tsx'
import { blankDraft, draftOf, settingsOf } from './rule-draft.ts'
import { WhenFields } from './when-fields.tsx'

export function AutomationScreen({ id }: { id: string }) {
  return (
    <ItemScreen place="automations" id={id} list={useAutomations()}>
      {rule => <AutomationForm rule={rule} />}
    </ItemScreen>
  )
}

function AutomationForm({ rule }: { rule: Automation | undefined }) {
  const say = useSay()
  const { api } = useConsole()
  const [start] = useState(() => (rule ? draftOf(rule) : blankDraft))
  const { form, ...rest } = useItemForm({
    place: 'automations',
    start,
    send: async draft => api.setAutomation(draft.id, settingsOf(draft)),
  })
  const { value, set, errorAt } = form
  return (
    <Editor form={form} title={rule?.name ?? say('ops.new.automations')} about={say('ops.automation.about')} {...rest}>
      <Container>
        <ColumnLayout columns={2}>
          {rule === undefined && (
            <TextField
              label={say('ops.id')}
              about={say('ops.id.about')}
              value={value.id}
              onChange={id => set({ id })}
            />
          )}
          <TextField
            label={say('ops.name')}
            value={value.name}
            onChange={name => set({ name })}
            error={errorAt('name')}
          />
          <SwitchField
            label={say('ops.rule.active')}
            about={say('ops.rule.active.about')}
            on={value.active}
            onChange={active => set({ active })}
          />
        </ColumnLayout>
      </Container>
      <Container header={<Header variant="h2">{say('ops.when')}</Header>}>
        <WhenFields when={value.when} onChange={when => set({ when })} errorAt={errorAt} />
      </Container>
      <Container header={<Header variant="h2">{say('ops.if')}</Header>}>
        <SpaceBetween size="l">
          <ConditionRows form={form} list="all" />
          <ConditionRows form={form} list="any" />
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">{say('ops.then')}</Header>}>
        <ActionFields form={form} />
      </Container>
      <AutomationPreviewPanel draft={value} />
      {rule && <AutomationLogPanel rule={rule.id} />}
    </Editor>
  )
}

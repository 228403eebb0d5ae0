import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useState } from 'react'
import { useConsole } from '../../app/console-context.ts'
import type { RoutingRule } from '../../client/api.ts'
import { useSay } from '../../words/words.ts'
import { Editor } from '../form/editor.tsx'
import { NumberField, SwitchField, TextField } from '../form/fields.tsx'
import { ItemScreen } from '../form/item-screen.tsx'
import { useItemForm } from '../form/use-item-form.ts'
import { ConditionFields } from './condition-fields.tsx'
import { ConsequenceFields } from './consequence-fields.tsx'
import { RoutingPreviewPanel } from './routing-preview.tsx'
import { useRoutingRules } from './rules-screen.tsx'

export function RuleScreen({ id }: { id: string }) {
  const list = useRoutingRules()
  return (
    <ItemScreen place="routing" id={id} list={list}>
      {rule => <RuleForm rule={rule} all={list.data ?? []} />}
    </ItemScreen>
  )
}

/** A new rule comes last, and is off until somebody has looked at what it would do. */
const blankAfter = (all: readonly RoutingRule[]): RoutingRule => ({
  ...{ id: '', name: '', active: false, when: {}, to: { skills: [] } },
  order: Math.max(0, ...all.map(({ order }) => order)) + 10,
})

function RuleForm({ rule, all }: { rule: RoutingRule | undefined; all: readonly RoutingRule[] }) {
  const say = useSay()
  const { api } = useConsole()
  const [start] = useState(() => rule ?? blankAfter(all))
  const { form, ...rest } = useItemForm<RoutingRule>({
    place: 'routing',
    start,
    send: ({ id, ...settings }) => api.setRoutingRule(id, settings),
  })
  const { value, set, errorAt } = form
  return (
    <Editor form={form} title={rule?.name ?? say('ops.new.routing')} about={say('ops.rule.about')} {...rest}>
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
          <NumberField
            label={say('ops.order')}
            about={say('ops.order.about')}
            value={value.order}
            onChange={order => set({ order: order ?? 0 })}
            error={errorAt('order')}
          />
          <SwitchField
            label={say('ops.rule.active')}
            about={say('ops.rule.active.about')}
            on={value.active}
            onChange={active => set({ active })}
          />
        </ColumnLayout>
      </Container>
      <Container
        header={
          <Header variant="h2" description={say('ops.when.about')}>
            {say('ops.when')}
          </Header>
        }
      >
        <ConditionFields form={form} />
      </Container>
      <Container header={<Header variant="h2">{say('ops.to')}</Header>}>
        <ConsequenceFields form={form} />
      </Container>
      <RoutingPreviewPanel rule={value} all={all} />
    </Editor>
  )
}

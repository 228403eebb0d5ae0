import { useConsole } from '../../app/console-context.ts'
import type { RoutingRule } from '../../client/api.ts'
import { useSay } from '../../words/words.ts'
import { NumberField, SwitchField } from '../form/fields.tsx'
import { NamedScreen } from '../form/named-screen.tsx'
import { Section } from '../form/section.tsx'
import { ConditionFields } from './condition-fields.tsx'
import { ConsequenceFields } from './consequence-fields.tsx'
import { RoutingPreviewPanel } from './routing-preview.tsx'
import { useRoutingRules } from './rules-screen.tsx'

/** A new rule comes last, and is off until somebody has looked at what it would do. */
const blankAfter = (all: readonly RoutingRule[]): RoutingRule => ({
  ...{ id: '', name: '', active: false, when: {}, to: { skills: [] } },
  order: Math.max(0, ...all.map(({ order }) => order)) + 10,
})

/** A rule of routing, with what it would do. */
export function RuleScreen({ id }: { id: string }) {
  const say = useSay()
  const { api } = useConsole()
  const list = useRoutingRules()
  const all = list.data ?? []
  return (
    <NamedScreen<RoutingRule, RoutingRule>
      {...{ place: 'routing', id, list, about: say('ops.rule.about') }}
      startOf={rule => rule ?? blankAfter(all)}
      send={({ id: named, ...settings }) => api.setRoutingRule(named, settings)}
      fields={({ value, set, errorAt }) => (
        <>
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
        </>
      )}
    >
      {form => (
        <>
          <Section title={say('ops.when')} about={say('ops.when.about')}>
            <ConditionFields form={form} />
          </Section>
          <Section title={say('ops.to')}>
            <ConsequenceFields form={form} />
          </Section>
          <RoutingPreviewPanel rule={form.value} all={all} />
        </>
      )}
    </NamedScreen>
  )
}

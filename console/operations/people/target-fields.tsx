import ColumnLayout from '@cloudscape-design/components/column-layout'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSay } from '../../words/words.ts'
import { NumberField, SwitchField } from '../form/fields.tsx'
import type { Form } from '../form/use-form.ts'
import type { NamedTeam } from './team-screen.tsx'

const clocks = ['firstResponse', 'nextResponse', 'resolution'] as const
type Targets = { [Clock in (typeof clocks)[number]]?: number | undefined }

const hourMs = 3_600_000

/** What is proposed when a team begins to promise: the standard's own hours. */
const proposed = { firstResponse: 4 * hourMs, nextResponse: 8 * hourMs, resolution: 24 * hourMs }

/** What the team promises, in hours of working time; the standard, where it promises nothing of its own. */
export function TargetFields({ form: { value, set, errorAt } }: { form: Form<NamedTeam> }) {
  const say = useSay()
  const { policy } = value
  return (
    <SpaceBetween size="m">
      <SwitchField
        label={say('ops.targets.own')}
        about={say('ops.targets.standard')}
        on={policy !== undefined}
        onChange={on => set({ policy: on ? proposed : undefined })}
        error={errorAt('policy')}
      />
      {policy && (
        <TargetRow title="" targets={policy} onChange={targets => set({ policy: { ...policy, ...targets } })} />
      )}
      {policy && (
        <TargetRow
          title={say('ops.targets.social')}
          targets={policy.social ?? {}}
          onChange={targets => set({ policy: { ...policy, social: { ...policy.social, ...targets } } })}
        />
      )}
      {policy &&
        (['urgent', 'high'] as const).map(priority => (
          <TargetRow
            key={priority}
            title={say(`priority.${priority}`)}
            targets={policy.byPriority?.[priority] ?? {}}
            onChange={targets => {
              const former = policy.byPriority ?? {}
              set({ policy: { ...policy, byPriority: { ...former, [priority]: { ...former[priority], ...targets } } } })
            }}
          />
        ))}
    </SpaceBetween>
  )
}

type TargetRowProps = { title: string; targets: Targets; onChange: (targets: Targets) => void }

function TargetRow({ title, targets, onChange }: TargetRowProps) {
  const say = useSay()
  return (
    <ColumnLayout columns={3}>
      {clocks.map(clock => (
        <NumberField
          key={clock}
          label={[title, say(`clock.${clock}`)].filter(Boolean).join(': ')}
          about={say('ops.hours-unit')}
          value={hoursOf(targets[clock])}
          onChange={hours => onChange({ [clock]: hours === undefined ? undefined : Math.round(hours * hourMs) })}
        />
      ))}
    </ColumnLayout>
  )
}

const hoursOf = (ms: number | undefined) => (ms === undefined ? undefined : Math.round((100 * ms) / hourMs) / 100)

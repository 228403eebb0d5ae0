import ColumnLayout from '@cloudscape-design/components/column-layout'
import type { RoutingRule } from '../../client/api.ts'
import { useSay } from '../../words/words.ts'
import { ManyField, OptionalField, WordsField } from '../form/fields.tsx'
import type { Form } from '../form/use-form.ts'
import { wordConditions } from './rule-words.ts'

const channels = ['phone', 'email', 'social', 'message', 'review', 'web'] as const
const kinds = ['call', 'voicemail', 'mail', 'mention', 'comment', 'post', 'direct', 'review'] as const
const priorities = ['low', 'normal', 'high', 'urgent'] as const
export const networks = ['x', 'facebook', 'instagram', 'mastodon', 'bluesky'] as const

/** No value at all is no condition. */
const orNothing = <Value,>(values: Value[]) => (values.length === 0 ? undefined : values)

/** When the rule applies: all that is given must hold, each with any of its values. */
export function ConditionFields({ form: { value, set, errorAt } }: { form: Form<RoutingRule> }) {
  const say = useSay()
  const { when } = value
  const change = (what: Partial<RoutingRule['when']>) => set({ when: { ...when, ...what } })
  return (
    <ColumnLayout columns={2}>
      <ManyField
        label={say('filter.channel')}
        values={when.channel ?? []}
        options={channels.map(one => ({ value: one, label: say(`channel.${one}`) }))}
        onChange={channel => change({ channel: orNothing(channel) })}
        error={errorAt('when.channel')}
      />
      <ManyField
        label={say('ops.kind')}
        values={when.kind ?? []}
        options={kinds.map(one => ({ value: one, label: say(`kind.${one}`) }))}
        onChange={kind => change({ kind: orNothing(kind) })}
        error={errorAt('when.kind')}
      />
      <ManyField
        label={say('ops.network')}
        values={when.network ?? []}
        options={networks.map(one => ({ value: one, label: say(`identifier.${one}`) }))}
        onChange={network => change({ network: orNothing(network) })}
        error={errorAt('when.network')}
      />
      <ManyField
        label={say('filter.priority')}
        values={when.priority ?? []}
        options={priorities.map(one => ({ value: one, label: say(`priority.${one}`) }))}
        onChange={priority => change({ priority: orNothing(priority) })}
        error={errorAt('when.priority')}
      />
      {wordConditions.map(name => (
        <WordsField
          key={name}
          label={say(`ops.condition.${name}`)}
          values={when[name] ?? []}
          onChange={words => change({ [name]: orNothing(words) })}
          error={errorAt(`when.${name}`)}
        />
      ))}
      <OptionalField
        label={say('ops.customer')}
        value={when.firstTime === undefined ? undefined : `${when.firstTime}`}
        none={say('ops.any')}
        options={[
          { value: 'true', label: say('ops.first-time') },
          { value: 'false', label: say('ops.not-first-time') },
        ]}
        onChange={chosen => change({ firstTime: chosen === undefined ? undefined : chosen === 'true' })}
      />
    </ColumnLayout>
  )
}

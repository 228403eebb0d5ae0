import ColumnLayout from '@cloudscape-design/components/column-layout'
import { useSay } from '../../words/words.ts'
import { ChoiceField, ManyField, WordsField } from '../form/fields.tsx'
import type { When } from './rule-draft.ts'

const events = ['contact', 'status', 'clock', 'tag', 'topic'] as const
const statuses = ['open', 'waiting-customer', 'waiting-department', 'snoozed', 'resolved', 'spam'] as const
const clocks = ['firstResponse', 'nextResponse', 'resolution', 'promise'] as const

type WhenProps = { when: When; onChange: (when: When) => void; errorAt: (field: string) => string | undefined }

/** What sets the rule off, and what narrows that down. */
export function WhenFields(props: WhenProps) {
  const say = useSay()
  const { when, onChange, errorAt } = props
  return (
    <ColumnLayout columns={2}>
      <ChoiceField
        label={say('ops.event')}
        value={when.event}
        options={events.map(event => ({ value: event, label: say(`ops.event.${event}`) }))}
        onChange={event => onChange({ event })}
        error={errorAt('when.event')}
      />
      <Narrowing {...props} />
    </ColumnLayout>
  )
}

/** Nothing chosen: whichever it is. */
const orAll = <Value,>(values: Value[]) => (values.length === 0 ? undefined : values)

function Narrowing({ when, onChange, errorAt }: WhenProps) {
  const say = useSay()
  switch (when.event) {
    case 'contact':
      return null
    case 'status':
      return (
        <ManyField
          label={say('acts.status')}
          values={when.to ?? []}
          options={statuses.map(status => ({ value: status, label: say(`status.${status}`) }))}
          onChange={to => onChange({ ...when, to: orAll(to) })}
          error={errorAt('when.to')}
        />
      )
    case 'clock':
      return (
        <ManyField
          label={say('ops.clock')}
          values={when.clocks ?? []}
          options={clocks.map(clock => ({
            value: clock,
            label: clock === 'promise' ? say('ops.promise') : say(`clock.${clock}`),
          }))}
          onChange={chosen => onChange({ ...when, clocks: orAll(chosen) })}
          error={errorAt('when.clocks')}
        />
      )
    case 'tag':
      return (
        <WordsField
          label={say('matter.tags')}
          values={when.tags ?? []}
          onChange={tags => onChange({ ...when, tags: orAll(tags) })}
          error={errorAt('when.tags')}
        />
      )
    case 'topic':
      return (
        <WordsField
          label={say('ops.topics')}
          values={when.topics ?? []}
          onChange={topics => onChange({ ...when, topics: orAll(topics) })}
          error={errorAt('when.topics')}
        />
      )
    default:
      return when satisfies never
  }
}

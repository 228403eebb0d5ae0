import AttributeEditor from '@cloudscape-design/components/attribute-editor'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import { useSay } from '../../words/words.ts'
import type { Form } from '../form/use-form.ts'
import type { NamedTeam } from './team-screen.tsx'

const priorities = ['low', 'normal', 'high', 'urgent'] as const
type Topic = NonNullable<NamedTeam['topics']>[number]

/** The priority that a conversation on a topic has here. */
export function TopicFields({ form: { value, set, errorAt } }: { form: Form<NamedTeam> }) {
  const say = useSay()
  const topics = value.topics ?? []
  const keep = (next: Topic[]) => set({ topics: next.length === 0 ? undefined : next })
  const change = (at: number, what: Partial<Topic>) =>
    keep(topics.map((one, n) => (n === at ? { ...one, ...what } : one)))
  const options = priorities.map(priority => ({ value: priority, label: say(`priority.${priority}`) }))
  return (
    <AttributeEditor<Topic>
      items={topics}
      addButtonText={say('ops.add')}
      removeButtonText={say('ops.remove')}
      empty={say('ops.topics.none')}
      onAddButtonClick={() => keep([...topics, { topic: '', priority: 'high' }])}
      onRemoveButtonClick={({ detail }) => keep(topics.filter((_, n) => n !== detail.itemIndex))}
      definition={[
        {
          label: say('ops.topic'),
          errorText: (_, at) => errorAt(`topics.${at}`),
          control: ({ topic }, at) => (
            <Input value={topic} onChange={({ detail }) => change(at, { topic: detail.value })} />
          ),
        },
        {
          label: say('filter.priority'),
          control: ({ priority }, at) => (
            <Select
              options={options}
              selectedOption={options.find(option => option.value === priority) ?? null}
              onChange={({ detail }) => {
                const chosen = priorities.find(one => one === detail.selectedOption.value)
                if (chosen) change(at, { priority: chosen })
              }}
            />
          ),
        },
      ]}
    />
  )
}

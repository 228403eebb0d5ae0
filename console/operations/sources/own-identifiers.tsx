import AttributeEditor from '@cloudscape-design/components/attribute-editor'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import { useSay } from '../../words/words.ts'
import type { Form } from '../form/use-form.ts'
import type { NamedSource } from './source-screen.tsx'

type Own = NamedSource['ownIdentifiers'][number]

const types = ['email', 'phone', 'x', 'facebook', 'instagram', 'whatsapp', 'mastodon', 'bluesky', 'line'] as const

/** The company's own addresses, numbers and accounts. */
export function OwnIdentifiers({ form: { value, set, errorAt } }: { form: Form<NamedSource> }) {
  const say = useSay()
  const own = value.ownIdentifiers
  const change = (at: number, what: Partial<Own>) =>
    set({ ownIdentifiers: own.map((one, n) => (n === at ? { ...one, ...what } : one)) })
  const options = types.map(type => ({ value: type, label: say(`identifier.${type}`) }))
  const usual =
    value.kind === 'mail' ? 'email' : value.kind === 'x' ? 'x' : value.kind === 'meta' ? 'facebook' : 'phone'
  return (
    <AttributeEditor<Own>
      items={own}
      addButtonText={say('ops.add')}
      removeButtonText={say('ops.remove')}
      empty={say('ops.source.own.empty')}
      onAddButtonClick={() => set({ ownIdentifiers: [...own, { type: usual, value: '' }] })}
      onRemoveButtonClick={({ detail }) => set({ ownIdentifiers: own.filter((_, n) => n !== detail.itemIndex) })}
      definition={[
        {
          label: say('ops.type'),
          control: (item, at) => (
            <Select
              options={options}
              selectedOption={options.find(option => option.value === item.type) ?? null}
              onChange={({ detail }) => {
                const type = types.find(one => one === detail.selectedOption.value)
                if (type) change(at, { type })
              }}
            />
          ),
        },
        {
          label: say('ops.value'),
          errorText: (_, at) => errorAt(`ownIdentifiers.${at}`),
          control: (item, at) => (
            <Input value={item.value} onChange={({ detail }) => change(at, { value: detail.value })} />
          ),
        },
      ]}
    />
  )
}

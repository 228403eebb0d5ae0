import AttributeEditor from '@cloudscape-design/components/attribute-editor'
import Box from '@cloudscape-design/components/box'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import { useState } from 'react'
import { useSay } from '../../words/words.ts'
import type { Form } from '../form/use-form.ts'
import { type ConditionDraft, conditionFields, isYesOrNo, type RuleDraft } from './rule-draft.ts'

type RowsProps = { form: Form<RuleDraft>; list: 'all' | 'any' }

/** Conditions of which all, or one at least, must hold. */
export function ConditionRows({ form: { value, set, errorAt }, list }: RowsProps) {
  const say = useSay()
  const rows = value[list]
  const keep = (next: ConditionDraft[]) => set(list === 'all' ? { all: next } : { any: next })
  const change = (at: number, what: Partial<ConditionDraft>) =>
    keep(rows.map((one, n) => (n === at ? { ...one, ...what } : one)))
  const fields = conditionFields.map(field => ({ value: field, label: say(`ops.field.${field}`) }))
  return (
    <>
      <Box variant="awsui-key-label">{say(`ops.if.${list}`)}</Box>
      <AttributeEditor<ConditionDraft>
        items={rows}
        addButtonText={say('ops.condition.add')}
        removeButtonText={say('ops.remove')}
        empty={say(`ops.if.${list}.none`)}
        onAddButtonClick={() => keep([...rows, { field: 'channel', op: 'is', values: [], is: true }])}
        onRemoveButtonClick={({ detail }) => keep(rows.filter((_, n) => n !== detail.itemIndex))}
        definition={[
          {
            label: say('ops.field'),
            control: (row, at) => (
              <Select
                options={fields}
                selectedOption={fields.find(option => option.value === row.field) ?? null}
                onChange={({ detail }) => {
                  const field = conditionFields.find(one => one === detail.selectedOption.value)
                  if (field) change(at, { field, values: [] })
                }}
              />
            ),
          },
          { label: say('ops.is'), control: (row, at) => <Comparison row={row} onChange={what => change(at, what)} /> },
          {
            label: say('ops.values'),
            errorText: (_, at) => errorAt(`if.${list}.${at}`),
            control: (row, at) =>
              isYesOrNo(row.field) ? (
                '–'
              ) : (
                <Values key={row.field} row={row} onChange={values => change(at, { values })} />
              ),
          },
        ]}
      />
    </>
  )
}

type ComparisonProps = { row: ConditionDraft; onChange: (what: Partial<ConditionDraft>) => void }

function Comparison({ row, onChange }: ComparisonProps) {
  const say = useSay()
  const options = [
    { value: 'is', label: say('ops.is') },
    { value: 'is-not', label: say('ops.is-not') },
  ]
  const chosen = isYesOrNo(row.field) ? (row.is ? 'is' : 'is-not') : row.op
  return (
    <Select
      options={options}
      selectedOption={options.find(({ value }) => value === chosen) ?? null}
      onChange={({ detail }) => {
        const is = detail.selectedOption.value === 'is'
        onChange({ op: is ? 'is' : 'is-not', is })
      }}
    />
  )
}

/** Words separated by commas; what is being written stays as it is written. */
function Values({ row, onChange }: { row: ConditionDraft; onChange: (values: string[]) => void }) {
  const say = useSay()
  const [text, setText] = useState(row.values.join(', '))
  return (
    <Input
      value={text}
      placeholder={say(`ops.field-example.${row.field}`)}
      onChange={({ detail }) => {
        setText(detail.value)
        onChange(
          detail.value
            .split(',')
            .map(word => word.trim())
            .filter(Boolean),
        )
      }}
    />
  )
}

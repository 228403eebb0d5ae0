import FormField from '@cloudscape-design/components/form-field'
import Input, { type InputProps } from '@cloudscape-design/components/input'
import Multiselect from '@cloudscape-design/components/multiselect'
import Select from '@cloudscape-design/components/select'
import Textarea from '@cloudscape-design/components/textarea'
import Toggle from '@cloudscape-design/components/toggle'
import { useState } from 'react'
import { useSay } from '../../words/words.ts'

type Labelled = { label: string; about?: string | undefined; error?: string | undefined }

const framing = ({ label, about, error }: Labelled) => ({
  label,
  ...(about !== undefined && { description: about }),
  ...(error !== undefined && { errorText: error }),
})

type TextProps = Labelled & {
  value: string
  onChange: (value: string) => void
  rows?: number
  placeholder?: string
  type?: InputProps['type']
}

export function TextField({ value, onChange, rows, placeholder = '', type = 'text', ...labelled }: TextProps) {
  const shared = {
    value,
    placeholder,
    onChange: (event: { detail: { value: string } }) => onChange(event.detail.value),
  }
  return (
    <FormField {...framing(labelled)}>
      {rows === undefined ? <Input {...shared} type={type} /> : <Textarea {...shared} rows={rows} />}
    </FormField>
  )
}

type NumberProps = Labelled & { value: number | undefined; onChange: (value: number | undefined) => void }

/** What is no number stays as nothing, and the API says so. */
export function NumberField({ value, onChange, ...labelled }: NumberProps) {
  const read = (text: string) => onChange(text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text))
  return (
    <FormField {...framing(labelled)}>
      <Input
        type="number"
        inputMode="decimal"
        value={value === undefined ? '' : `${value}`}
        onChange={({ detail }) => read(detail.value)}
      />
    </FormField>
  )
}

export type Option<Value extends string> = { value: Value; label: string; description?: string }

type ChoiceProps<Value extends string> = Labelled & {
  value: Value | undefined
  options: readonly Option<Value>[]
  onChange: (value: Value) => void
}

export function ChoiceField<Value extends string>({ value, options, onChange, ...labelled }: ChoiceProps<Value>) {
  const shown = options.find(option => option.value === value) ?? (value === undefined ? null : { value, label: value })
  return (
    <FormField {...framing(labelled)}>
      <Select
        options={options}
        selectedOption={shown}
        filteringType={options.length > 8 ? 'auto' : 'none'}
        onChange={({ detail }) => {
          const chosen = options.find(option => option.value === detail.selectedOption.value)
          if (chosen) onChange(chosen.value)
        }}
      />
    </FormField>
  )
}

type OptionalProps = Labelled & {
  value: string | undefined
  options: readonly Option<string>[]
  none: string
  onChange: (value: string | undefined) => void
}

/** A choice that may be left open; `none` says what that means. */
export function OptionalField({ value, options, none, onChange, ...labelled }: OptionalProps) {
  const all = [{ value: '', label: none }, ...options]
  return (
    <ChoiceField
      {...labelled}
      value={value ?? ''}
      options={all}
      onChange={chosen => onChange(chosen === '' ? undefined : chosen)}
    />
  )
}

type ManyProps<Value extends string> = Labelled & {
  values: readonly Value[]
  options: readonly Option<Value>[]
  onChange: (values: Value[]) => void
  /** What it means that nothing is chosen. */
  none?: string
}

export function ManyField<Value extends string>({ values, options, onChange, none, ...labelled }: ManyProps<Value>) {
  const say = useSay()
  const known = (value: string) => options.find(option => option.value === value)
  return (
    <FormField {...framing(labelled)}>
      <Multiselect
        options={options}
        selectedOptions={values.map(value => known(value) ?? { value, label: value })}
        placeholder={none ?? say('ops.any')}
        onChange={({ detail }) =>
          onChange(
            detail.selectedOptions.flatMap(
              ({ value }) => [...values, ...options.map(option => option.value)].find(one => one === value) ?? [],
            ),
          )
        }
      />
    </FormField>
  )
}

type WordsProps = Labelled & { values: readonly string[]; onChange: (values: string[]) => void; placeholder?: string }

/** Words in a row, separated by commas; it is read as it is written, and tidied once it is left. */
export function WordsField({ values, onChange, placeholder = '', label, about, error }: WordsProps) {
  const say = useSay()
  const [text, setText] = useState<string>()
  const read = (written: string) => [
    ...new Set(
      written
        .split(',')
        .map(word => word.trim())
        .filter(Boolean),
    ),
  ]
  return (
    <FormField {...framing({ label, about: about ?? say('ops.commas'), error })}>
      <Input
        value={text ?? values.join(', ')}
        placeholder={placeholder}
        onChange={({ detail }) => {
          setText(detail.value)
          onChange(read(detail.value))
        }}
        onBlur={() => setText(undefined)}
      />
    </FormField>
  )
}

type SwitchProps = Labelled & { on: boolean; onChange: (on: boolean) => void }

export function SwitchField({ on, onChange, label, about, error }: SwitchProps) {
  return (
    <FormField {...(error !== undefined && { errorText: error })}>
      <Toggle
        checked={on}
        onChange={({ detail }) => onChange(detail.checked)}
        {...(about !== undefined && { description: about })}
      >
        {label}
      </Toggle>
    </FormField>
  )
}

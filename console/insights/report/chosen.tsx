import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'

type ChosenProps = {
  label: string
  options: readonly { value: string; label: string }[]
  chosen: string | undefined
  onChoose: (value: string) => void
  placeholder?: string
}

/** One of a few, under its label. */
export function Chosen({ label, options, chosen, onChoose, placeholder }: ChosenProps) {
  return (
    <FormField label={label}>
      <Select
        selectedOption={options.find(({ value }) => value === chosen) ?? null}
        options={options}
        expandToViewport
        {...(placeholder !== undefined && { placeholder })}
        onChange={({ detail }) => {
          if (detail.selectedOption.value !== undefined) onChoose(detail.selectedOption.value)
        }}
      />
    </FormField>
  )
}

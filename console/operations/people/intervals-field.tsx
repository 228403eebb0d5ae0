import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { useSay } from '../../words/words.ts'
import { type Interval, intervalText, readIntervals } from './intervals.ts'

type IntervalsProps = { intervals: readonly Interval[]; onChange: (intervals: Interval[]) => void }

/** When a day is open, as people write it; nothing is closed. What is being written stays as it is written. */
export function IntervalsInput({ intervals, onChange }: IntervalsProps) {
  const say = useSay()
  const [text, setText] = useState(() => intervalText(intervals))
  return (
    <Input
      value={text}
      placeholder={say('ops.hours.closed')}
      onChange={({ detail }) => {
        setText(detail.value)
        onChange(readIntervals(detail.value))
      }}
    />
  )
}

export function IntervalsField({
  label,
  error,
  ...rest
}: IntervalsProps & { label: string; error: string | undefined }) {
  return (
    <FormField label={label} {...(error !== undefined && { errorText: error })}>
      <IntervalsInput {...rest} />
    </FormField>
  )
}

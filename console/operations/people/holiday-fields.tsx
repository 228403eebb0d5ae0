import AttributeEditor from '@cloudscape-design/components/attribute-editor'
import DateInput from '@cloudscape-design/components/date-input'
import Input from '@cloudscape-design/components/input'
import { useSay } from '../../words/words.ts'
import type { Form } from '../form/use-form.ts'
import { intervalsOf } from './intervals.ts'
import { IntervalsInput } from './intervals-field.tsx'
import type { NamedHours } from './one-hours-screen.tsx'

type Holiday = NonNullable<NamedHours['holidays']>[number]

/** Days on which it is otherwise: closed, or open at other times. */
export function HolidayFields({ form: { value, set, errorAt } }: { form: Form<NamedHours> }) {
  const say = useSay()
  const holidays = value.holidays ?? []
  const change = (at: number, what: Partial<Holiday>) =>
    set({ holidays: holidays.map((one, n) => (n === at ? { ...one, ...what } : one)) })
  return (
    <AttributeEditor<Holiday>
      items={holidays}
      addButtonText={say('ops.add')}
      removeButtonText={say('ops.remove')}
      empty={say('ops.holidays.none')}
      onAddButtonClick={() => set({ holidays: [...holidays, { date: '' }] })}
      onRemoveButtonClick={({ detail }) => set({ holidays: holidays.filter((_, n) => n !== detail.itemIndex) })}
      definition={[
        {
          label: say('ops.date'),
          errorText: (_, at) => errorAt(`holidays.${at}`),
          control: ({ date }, at) => (
            <DateInput
              value={date}
              placeholder="2026-12-25"
              format="iso"
              onChange={({ detail }) => change(at, { date: detail.value })}
            />
          ),
        },
        {
          label: say('ops.name'),
          control: ({ name }, at) => (
            <Input
              value={name ?? ''}
              onChange={({ detail }) => change(at, { name: detail.value === '' ? undefined : detail.value })}
            />
          ),
        },
        {
          label: say('ops.holiday.open'),
          control: ({ intervals }, at) => (
            <IntervalsInput
              intervals={intervalsOf(intervals ?? [])}
              onChange={open => change(at, { intervals: open.length === 0 ? undefined : open })}
            />
          ),
        },
      ]}
    />
  )
}

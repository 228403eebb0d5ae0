import SpaceBetween from '@cloudscape-design/components/space-between'
import { useConsole } from '../../app/console-context.ts'
import type { Hours, HoursSettings } from '../../client/api.ts'
import { useSay } from '../../words/words.ts'
import { TextField } from '../form/fields.tsx'
import { NamedScreen } from '../form/named-screen.tsx'
import { Section } from '../form/section.tsx'
import type { Form } from '../form/use-form.ts'
import { HolidayFields } from './holiday-fields.tsx'
import { useAllHours } from './hours-screen.tsx'
import { type Interval, intervalsOf, weekdays } from './intervals.ts'
import { IntervalsField } from './intervals-field.tsx'

export type NamedHours = HoursSettings & { id: string }

const working: Interval[] = [['09:00', '17:00']]
const week = { monday: working, tuesday: working, wednesday: working, thursday: working, friday: working }
const blank = (): NamedHours => ({
  ...{ id: '', name: '', weekly: { ...week, saturday: [], sunday: [] }, holidays: [] },
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
})

/** The hours in which somebody is there: a week, and the days that differ from it. */
export function OneHoursScreen({ id }: { id: string }) {
  const say = useSay()
  const { api } = useConsole()
  return (
    <NamedScreen<Hours, NamedHours>
      {...{ place: 'hours', id, list: useAllHours(), about: say('ops.hours.about') }}
      startOf={hours => hours ?? blank()}
      send={({ id: named, ...settings }) => api.setHours(named, settings)}
      fields={({ value, set, errorAt }) => (
        <TextField
          label={say('settings.time-zone')}
          value={value.timeZone}
          onChange={timeZone => set({ timeZone })}
          error={errorAt('timeZone')}
        />
      )}
    >
      {form => (
        <>
          <Section title={say('ops.hours.week')} about={say('ops.hours.write')}>
            <WeekFields form={form} />
          </Section>
          <Section title={say('ops.holidays')} about={say('ops.holidays.about')}>
            <HolidayFields form={form} />
          </Section>
        </>
      )}
    </NamedScreen>
  )
}

function WeekFields({ form: { value, set, errorAt } }: { form: Form<NamedHours> }) {
  const say = useSay()
  return (
    <SpaceBetween size="s">
      {weekdays.map(day => (
        <IntervalsField
          key={day}
          label={say(`ops.day.${day}`)}
          intervals={intervalsOf(value.weekly[day] ?? [])}
          onChange={intervals => set({ weekly: { ...value.weekly, [day]: intervals } })}
          error={errorAt(`weekly.${day}`)}
        />
      ))}
    </SpaceBetween>
  )
}

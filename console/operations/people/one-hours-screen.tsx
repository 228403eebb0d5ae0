import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useConsole } from '../../app/console-context.ts'
import type { Hours, HoursSettings } from '../../client/api.ts'
import { useSay } from '../../words/words.ts'
import { Editor } from '../form/editor.tsx'
import { TextField } from '../form/fields.tsx'
import { ItemScreen } from '../form/item-screen.tsx'
import type { Form } from '../form/use-form.ts'
import { useItemForm } from '../form/use-item-form.ts'
import { HolidayFields } from './holiday-fields.tsx'
import { useAllHours } from './hours-screen.tsx'
import { type Interval, intervalsOf, weekdays } from './intervals.ts'
import { IntervalsField } from './intervals-field.tsx'

export type NamedHours = HoursSettings & { id: string }

export function OneHoursScreen({ id }: { id: string }) {
  return (
    <ItemScreen place="hours" id={id} list={useAllHours()}>
      {hours => <HoursForm hours={hours} />}
    </ItemScreen>
  )
}

const working: Interval[] = [['09:00', '17:00']]
const week = { monday: working, tuesday: working, wednesday: working, thursday: working, friday: working }
const blank = (): NamedHours => ({
  ...{ id: '', name: '', weekly: { ...week, saturday: [], sunday: [] }, holidays: [] },
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
})

function HoursForm({ hours }: { hours: Hours | undefined }) {
  const say = useSay()
  const { api } = useConsole()
  const [start] = useState<NamedHours>(() => hours ?? blank())
  const { form, ...rest } = useItemForm<NamedHours>({
    place: 'hours',
    start,
    send: ({ id, ...settings }) => api.setHours(id, settings),
  })
  const { value, set, errorAt } = form
  return (
    <Editor form={form} title={hours?.name ?? say('ops.new.hours')} about={say('ops.hours.about')} {...rest}>
      <Container>
        <ColumnLayout columns={2}>
          {hours === undefined && (
            <TextField
              label={say('ops.id')}
              about={say('ops.id.about')}
              value={value.id}
              onChange={id => set({ id })}
            />
          )}
          <TextField
            label={say('ops.name')}
            value={value.name}
            onChange={name => set({ name })}
            error={errorAt('name')}
          />
          <TextField
            label={say('settings.time-zone')}
            value={value.timeZone}
            onChange={timeZone => set({ timeZone })}
            error={errorAt('timeZone')}
          />
        </ColumnLayout>
      </Container>
      <Container
        header={
          <Header variant="h2" description={say('ops.hours.write')}>
            {say('ops.hours.week')}
          </Header>
        }
      >
        <WeekFields form={form} />
      </Container>
      <Container
        header={
          <Header variant="h2" description={say('ops.holidays.about')}>
            {say('ops.holidays')}
          </Header>
        }
      >
        <HolidayFields form={form} />
      </Container>
    </Editor>
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

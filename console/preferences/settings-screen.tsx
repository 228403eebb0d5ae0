import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import ContentLayout from '@cloudscape-design/components/content-layout'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useConsole } from '../app/console-context.ts'
import { dataKeys } from '../data/keys.ts'
import { useMe } from '../data/people.ts'
import { ShortcutHelp } from '../keys/shortcut-help.tsx'
import { reasonOf } from '../states/states.tsx'
import { languages, useSay, useWords } from '../words/words.ts'
import { NotificationChoice } from './notification-choice.tsx'
import { changePreferences, themes, usePreferences } from './preferences.ts'

/** What a person chooses for themselves. */
export function SettingsScreen() {
  const say = useSay()
  return (
    <ContentLayout header={<Header variant="h1">{say('settings.title')}</Header>}>
      <Container header={<Header variant="h2">{say('settings.this-browser')}</Header>}>
        <SpaceBetween size="l">
          <AvailabilityChoice />
          <LanguageChoice />
          <ThemeChoice />
          <TimeZoneChoice />
          <NotificationChoice />
          <ShortcutsShown />
        </SpaceBetween>
      </Container>
    </ContentLayout>
  )
}

function ShortcutsShown() {
  const say = useSay()
  const [shown, setShown] = useState(false)
  return (
    <FormField label={say('keys.title')} description={say('keys.when')}>
      <Button onClick={() => setShown(true)}>{say('settings.shortcuts.show')}</Button>
      <ShortcutHelp visible={shown} onDismiss={() => setShown(false)} />
    </FormField>
  )
}

function LanguageChoice() {
  const { say, language } = useWords()
  const options = languages.map(value => ({ value, label: say(`language.${value}`) }))
  return (
    <FormField label={say('settings.language')}>
      <Select
        options={options}
        selectedOption={options.find(({ value }) => value === language) ?? null}
        onChange={({ detail }) => {
          const wanted = languages.find(one => one === detail.selectedOption.value)
          if (wanted) changePreferences({ language: wanted })
        }}
      />
    </FormField>
  )
}

function ThemeChoice() {
  const say = useSay()
  const { theme } = usePreferences()
  const options = themes.map(value => ({ value, label: say(`settings.theme.${value}`) }))
  return (
    <FormField label={say('settings.theme')}>
      <Select
        options={options}
        selectedOption={options.find(({ value }) => value === theme) ?? null}
        onChange={({ detail }) => {
          const wanted = themes.find(one => one === detail.selectedOption.value)
          if (wanted) changePreferences({ theme: wanted })
        }}
      />
    </FormField>
  )
}

function TimeZoneChoice() {
  const say = useSay()
  const { timeZone } = usePreferences()
  const own = { value: '', label: say('settings.time-zone.own') }
  const options = [own, ...Intl.supportedValuesOf('timeZone').map(value => ({ value, label: value }))]
  return (
    <FormField label={say('settings.time-zone')} description={say('settings.time-zone.about')}>
      <Select
        options={options}
        filteringType="auto"
        virtualScroll
        selectedOption={options.find(({ value }) => value === timeZone) ?? own}
        onChange={({ detail }) => changePreferences({ timeZone: detail.selectedOption.value || undefined })}
      />
    </FormField>
  )
}

const availabilities = ['online', 'away', 'offline'] as const

/** For those who answer customers: whether they take conversations now. */
function AvailabilityChoice() {
  const say = useSay()
  const { api, toasts } = useConsole()
  const queries = useQueryClient()
  const { data: me } = useMe()
  if (!me) return null
  const options = availabilities.map(value => ({ value, label: say(`availability.${value}`) }))
  const change = async (availability: (typeof availabilities)[number]) => {
    try {
      queries.setQueryData(dataKeys.me, await api.setAvailability({ availability }))
    } catch (error) {
      const detail = error instanceof Error ? reasonOf(error, say) : say('failed.here')
      toasts.show({ kind: 'error', text: say('settings.not-changed'), detail })
    }
  }
  return (
    <FormField label={say('settings.availability')} description={say('settings.availability.about')}>
      <Select
        options={options}
        selectedOption={options.find(({ value }) => value === me.availability) ?? null}
        onChange={({ detail }) => {
          const wanted = availabilities.find(one => one === detail.selectedOption.value)
          if (wanted) void change(wanted)
        }}
      />
    </FormField>
  )
}

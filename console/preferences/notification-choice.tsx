import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { askPermission, usePermission } from '../notify/permission.ts'
import { ring } from '../notify/sound.ts'
import { useSay } from '../words/words.ts'
import { changePreferences, notices, usePreferences } from './preferences.ts'

/** Whether the browser tells what concerns the person, and how much it says. The browser is asked when this is chosen. */
export function NotificationChoice() {
  const say = useSay()
  const { notify, sound } = usePreferences()
  const permission = usePermission()
  const choose = async (value: string) => {
    const wanted = notices.find(one => one === value) ?? 'off'
    if (wanted === 'off' || (await askPermission()) === 'granted') changePreferences({ notify: wanted })
  }
  const on = notify !== 'off' && permission === 'granted'
  const tryIt = () => {
    new Notification(say('notify.title'), { body: say('notify.tried'), icon: '/favicon.svg', silent: true })
    if (sound) ring()
  }
  if (permission === 'none') return <Alert type="info">{say('notify.none')}</Alert>
  return (
    <SpaceBetween size="s">
      <FormField label={say('notify.title')} description={say('notify.about')} stretch>
        <RadioGroup
          value={on ? notify : 'off'}
          onChange={({ detail }) => void choose(detail.value)}
          items={notices.map(value => ({
            value,
            label: say(`notify.choice.${value}`),
            ...(value === 'names' && { description: say('notify.choice.names-about') }),
          }))}
        />
      </FormField>
      {permission === 'denied' && <Alert type="warning">{say('notify.denied')}</Alert>}
      <Checkbox checked={sound} disabled={!on} onChange={({ detail }) => changePreferences({ sound: detail.checked })}>
        {say('notify.sound')}
      </Checkbox>
      <Button disabled={!on} onClick={tryIt}>
        {say('notify.try')}
      </Button>
    </SpaceBetween>
  )
}

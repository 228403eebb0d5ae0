import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ConsentDefaults } from '../../client/api.ts'
import { useSay } from '../../words/words.ts'
import { SettingsForm } from './settings-form.tsx'

const purposes = ['service', 'survey', 'marketing'] as const
const states = ['granted', 'denied'] as const

/** What holds where a customer decided nothing. */
export function ConsentScreen() {
  const say = useSay()
  return (
    <SettingsForm<ConsentDefaults>
      place="consent"
      read={(api, signal) => api.consentDefaults(signal)}
      write={(api, defaults) => api.setConsentDefaults(defaults)}
    >
      {({ value, set, errorAt }) => (
        <Container>
          <SpaceBetween size="l">
            {purposes.map(purpose => (
              <FormField
                key={purpose}
                label={say(`ops.purpose.${purpose}`)}
                description={say(`ops.purpose-about.${purpose}`)}
                errorText={errorAt(purpose)}
              >
                <RadioGroup
                  value={value[purpose]}
                  items={states.map(state => ({ value: state, label: say(`ops.consent.${state}`) }))}
                  onChange={({ detail }) => {
                    const chosen = states.find(state => state === detail.value)
                    if (chosen) set({ [purpose]: chosen })
                  }}
                />
              </FormField>
            ))}
          </SpaceBetween>
        </Container>
      )}
    </SettingsForm>
  )
}

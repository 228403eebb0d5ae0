import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { pageLanguages } from '../../../core/question/languages.ts'
import type { SurveySettings } from '../../client/api.ts'
import { useSay } from '../../words/words.ts'
import { ManyField, NumberField, SwitchField, TextField } from '../form/fields.tsx'
import type { Form } from '../form/use-form.ts'
import { SettingsForm } from './settings-form.tsx'

const channels = ['email', 'message', 'social'] as const

/** What customers are asked after their matter was resolved, and how often. */
export function SurveysScreen() {
  const say = useSay()
  return (
    <SettingsForm<SurveySettings>
      place="surveys"
      read={(api, signal) => api.surveySettings(signal)}
      write={(api, settings) => api.setSurveySettings(settings)}
    >
      {form => (
        <>
          <Container
            header={
              <Header variant="h2" description={say('ops.csat.about')}>
                {say('ops.csat')}
              </Header>
            }
          >
            <CsatFields form={form} />
          </Container>
          <Container
            header={
              <Header variant="h2" description={say('ops.nps.about')}>
                {say('ops.nps')}
              </Header>
            }
          >
            <NpsFields form={form} />
          </Container>
          <Container header={<Header variant="h2">{say('ops.survey.limits')}</Header>}>
            <LimitFields form={form} />
          </Container>
        </>
      )}
    </SettingsForm>
  )
}

type Fields = { form: Form<SurveySettings> }

function CsatFields({ form: { value, set, errorAt } }: Fields) {
  const say = useSay()
  const { csat } = value
  return (
    <SpaceBetween size="m">
      <SwitchField
        label={say('ops.survey.ask')}
        on={csat.active}
        onChange={active => set({ csat: { ...csat, active } })}
      />
      <ColumnLayout columns={2}>
        <NumberField
          label={say('ops.survey.after')}
          about={say('ops.survey.after.about')}
          value={csat.afterMinutes}
          onChange={minutes => set({ csat: { ...csat, afterMinutes: minutes ?? 0 } })}
          error={errorAt('csat.afterMinutes')}
        />
        <ManyField
          label={say('ops.survey.channels')}
          values={csat.channels}
          options={channels.map(channel => ({ value: channel, label: say(`channel.${channel}`) }))}
          onChange={chosen => set({ csat: { ...csat, channels: chosen } })}
          error={errorAt('csat.channels')}
        />
      </ColumnLayout>
      <Questions
        texts={csat.text}
        onChange={text => set({ csat: { ...csat, text } })}
        errorAt={at => errorAt(`csat.text.${at}`)}
      />
    </SpaceBetween>
  )
}

function NpsFields({ form: { value, set, errorAt } }: Fields) {
  const say = useSay()
  const { nps } = value
  return (
    <SpaceBetween size="m">
      <SwitchField
        label={say('ops.survey.ask')}
        on={nps.active}
        onChange={active => set({ nps: { ...nps, active } })}
      />
      <NumberField
        label={say('ops.nps.every')}
        value={nps.everyDays}
        onChange={days => set({ nps: { ...nps, everyDays: days ?? 0 } })}
        error={errorAt('nps.everyDays')}
      />
      <Questions
        texts={nps.text}
        onChange={text => set({ nps: { ...nps, text } })}
        errorAt={at => errorAt(`nps.text.${at}`)}
      />
    </SpaceBetween>
  )
}

function LimitFields({ form: { value, set, errorAt } }: Fields) {
  const say = useSay()
  return (
    <ColumnLayout columns={2}>
      <NumberField
        label={say('ops.survey.days')}
        value={value.perCustomerDays}
        onChange={days => set({ perCustomerDays: days ?? 0 })}
        error={errorAt('perCustomerDays')}
      />
      <NumberField
        label={say('ops.survey.share')}
        value={Math.round(value.share * 100)}
        onChange={percent => set({ share: (percent ?? 0) / 100 })}
        error={errorAt('share')}
      />
      <TextField
        label={say('ops.survey.company')}
        about={say('ops.survey.company.about')}
        value={value.company ?? ''}
        onChange={company => set({ company: company === '' ? undefined : company })}
        error={errorAt('company')}
      />
    </ColumnLayout>
  )
}

type QuestionsProps = {
  texts: Record<string, string>
  onChange: (texts: Record<string, string>) => void
  errorAt: (language: string) => string | undefined
}

/** The question in the words of the company; our own stand where it is empty. */
function Questions({ texts, onChange, errorAt }: QuestionsProps) {
  const say = useSay()
  const change = (language: string, text: string) => {
    const { [language]: _former, ...others } = texts
    onChange(text === '' ? others : { ...others, [language]: text })
  }
  return (
    <ColumnLayout columns={2}>
      {pageLanguages.map(language => (
        <TextField
          key={language}
          label={say('ops.survey.question', { language })}
          placeholder={say('ops.survey.own-words')}
          value={texts[language] ?? ''}
          onChange={text => change(language, text)}
          error={errorAt(language)}
        />
      ))}
    </ColumnLayout>
  )
}

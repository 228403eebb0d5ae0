import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSay } from '../../words/words.ts'
import { TextField } from '../form/fields.tsx'
import type { Form } from '../form/use-form.ts'
import type { NamedSource } from './source-screen.tsx'

const everyOther = '*'

/** Who mails that answer are from, and what they end with: by language, and for all others. */
export function SignatureFields({ form: { value, set, errorAt } }: { form: Form<NamedSource> }) {
  const say = useSay()
  const signature = value.signature ?? {}
  const languages = [...new Set([everyOther, 'en', 'de', ...Object.keys(signature)])]
  const change = (language: string, text: string) => {
    const { [language]: _former, ...others } = signature
    set({ signature: text === '' ? others : { ...others, [language]: text } })
  }
  return (
    <SpaceBetween size="l">
      <TextField
        label={say('ops.source.name')}
        about={say('ops.source.name.about')}
        value={value.displayName ?? ''}
        onChange={written => set({ displayName: written === '' ? undefined : written })}
        error={errorAt('displayName')}
      />
      {languages.map(language => (
        <TextField
          key={language}
          rows={3}
          label={language === everyOther ? say('ops.signature.others') : say('ops.signature', { language })}
          value={signature[language] ?? ''}
          onChange={text => change(language, text)}
          error={errorAt(`signature.${language}`)}
        />
      ))}
    </SpaceBetween>
  )
}

import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { placeholdersIn } from '../../core/macro/variables.ts'
import { useConsole } from '../app/console-context.ts'
import type { Conversation, Macro, RenderedMacro } from '../client/api.ts'
import { useNames } from '../data/people.ts'
import { Failed, Loading } from '../states/states.tsx'
import { useSay } from '../words/words.ts'
import { actionTexts } from './action-texts.ts'
import { replyKeys } from './reply-keys.ts'
import type { MacroActions } from './written.ts'

/** A macro as it goes into the box. */
export type FilledMacro = {
  text: string
  subject: string | undefined
  language: string
  actions: MacroActions | undefined
}

export type MacroPreviewProps = {
  conversation: Conversation
  macro: Macro
  onInsert: (filled: FilledMacro) => void
}

/** What the macro says here, what it does, and what somebody has to fill in because nobody knows it. */
export function MacroPreview({ conversation, macro, onInsert }: MacroPreviewProps) {
  const say = useSay()
  const { api } = useConsole()
  const [language, setLanguage] = useState('')
  const [values, setValues] = useState<Record<string, string>>({})
  const { data, error, refetch } = useQuery({
    queryKey: replyKeys.preview(conversation.id, macro.id, language),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.previewMacro(conversation.id, macro.id, language ? { language } : {}, signal),
  })
  if (error) return <Failed error={error} what={macro.name} onRetry={() => void refetch()} />
  if (data === undefined) return <Loading what={say('macro.loading')} />
  const filled = filledMacro(data, values)
  return (
    <SpaceBetween size="s">
      <Languages macro={macro} language={data.language} onChange={setLanguage} />
      {filled.subject !== undefined && <Box variant="strong">{filled.subject}</Box>}
      <section className="words preview" aria-label={say('macro.preview')}>
        <p dir="auto" lang={data.language}>
          {filled.text}
        </p>
      </section>
      {data.missing.map(({ variable, why }) => (
        <FormField key={variable} label={say('macro.missing', { variable })} description={say(`macro.${why}`)}>
          <Input
            value={values[variable] ?? ''}
            onChange={({ detail }) => setValues(all => ({ ...all, [variable]: detail.value }))}
          />
        </FormField>
      ))}
      <Actions actions={data.actions} />
      <Button variant="primary" onClick={() => onInsert(filled)}>
        {say('macro.insert')}
      </Button>
    </SpaceBetween>
  )
}

type LanguagesProps = { macro: Macro; language: string; onChange: (language: string) => void }

function Languages({ macro, language, onChange }: LanguagesProps) {
  const say = useSay()
  const all = [...new Set(macro.variants.map(one => one.language))].map(value => ({ value, label: value }))
  if (all.length < 2) return null
  return (
    <Select
      inlineLabelText={say('macro.language')}
      options={all}
      selectedOption={all.find(({ value }) => value === language) ?? null}
      onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
    />
  )
}

/** What happens to the conversation with the answer. */
export function Actions({ actions }: { actions: MacroActions | undefined }) {
  const say = useSay()
  const names = useNames()
  const texts = actions ? actionTexts(actions, say, names) : []
  if (texts.length === 0) return null
  return (
    <Box variant="small">
      {say('macro.does')} {texts.join(' · ')}
    </Box>
  )
}

/** With what somebody filled in; what they left open stays as it was written, and keeps the answer from being sent. */
export function filledMacro(rendered: RenderedMacro, values: Record<string, string>): FilledMacro {
  const fill = (text: string): string =>
    placeholdersIn(text).reduceRight((whole, { variable, start, end }) => {
      const value = values[variable]?.trim()
      return value ? whole.slice(0, start) + value + whole.slice(end) : whole
    }, text)
  return {
    text: fill(rendered.text),
    subject: rendered.subject === undefined ? undefined : fill(rendered.subject),
    language: rendered.language,
    actions: rendered.actions,
  }
}

import Autosuggest from '@cloudscape-design/components/autosuggest'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { useConsole, useMay } from '../app/console-context.ts'
import type { Conversation, Customer } from '../client/api.ts'
import { dataKeys } from '../data/keys.ts'
import { usePreferences } from '../preferences/preferences.ts'
import { exactText } from '../words/moment.tsx'
import { useSay, useWords } from '../words/words.ts'
import { AskDialog } from './ask-dialog.tsx'
import { whenOf } from './when.ts'

export type CallbackProps = { conversation: Conversation; customer: Customer | undefined }

/** Promises the customer a call at a time. */
export function Callback({ conversation, customer }: CallbackProps) {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useState(false)
  if (!may('setCallback')) return null
  return (
    <>
      <Button iconName="call" onClick={() => setOpen(true)}>
        {say('callback.button')}
      </Button>
      {open && <CallbackDialog conversation={conversation} customer={customer} onClose={() => setOpen(false)} />}
    </>
  )
}

export function CallbackDialog({ conversation, customer, onClose }: CallbackProps & { onClose: () => void }) {
  const { say, language } = useWords()
  const { api } = useConsole()
  const { timeZone } = usePreferences()
  const phones = (customer?.identifiers ?? []).filter(({ type }) => type === 'phone').map(({ display }) => display)
  const [when, setWhen] = useState('')
  const [number, setNumber] = useState(phones[0] ?? '')
  const [note, setNote] = useState('')
  const now = new Date()
  const at = whenOf(when, now, timeZone, language === 'de' ? 'DE' : 'GB')
  const isOver = at !== undefined && Date.parse(at) <= now.getTime()
  const ask = async () => {
    if (at === undefined) return
    await api.setCallback(conversation.id, { at, number: number.trim(), ...(note.trim() && { note: note.trim() }) })
  }
  return (
    <AskDialog
      title={say('callback.title')}
      action={say('callback.ask')}
      done={say('callback.done', { at: at === undefined ? '' : exactText(at, language, timeZone) })}
      failed={say('callback.failed')}
      ready={at !== undefined && !isOver && number.trim() !== ''}
      stale={[dataKeys.conversation(conversation.id), dataKeys.queues]}
      onAsk={ask}
      onClose={onClose}
    >
      <FormField
        label={say('callback.when')}
        description={say('callback.when-about')}
        errorText={isOver ? say('callback.over') : undefined}
        constraintText={whenText(when, at, say('callback.not-understood'), text => exactText(text, language, timeZone))}
      >
        <Input value={when} placeholder={say('callback.when-like')} onChange={({ detail }) => setWhen(detail.value)} />
      </FormField>
      <FormField label={say('callback.number')} description={say('callback.number-about')}>
        <Autosuggest
          value={number}
          options={phones.map(value => ({ value }))}
          enteredTextLabel={value => value}
          ariaLabel={say('callback.number')}
          onChange={({ detail }) => setNumber(detail.value)}
        />
      </FormField>
      <FormField label={say('callback.note')}>
        <Input value={note} onChange={({ detail }) => setNote(detail.value)} />
      </FormField>
    </AskDialog>
  )
}

const whenText = (
  typed: string,
  at: string | undefined,
  notUnderstood: string,
  show: (at: string) => string,
): string => {
  if (at !== undefined) return show(at)
  return typed.trim() === '' ? '' : notUnderstood
}

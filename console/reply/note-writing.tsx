import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type Ref, useImperativeHandle, useRef, useState } from 'react'
import { useConsole } from '../app/console-context.ts'
import type { Conversation } from '../client/api.ts'
import { useAgents } from '../data/people.ts'
import { useDraft } from '../drafts/drafts.ts'
import { reasonOf } from '../states/states.tsx'
import { useSay } from '../words/words.ts'
import { mentionedIn } from './mentions.ts'
import { Offered, offeredId, useMentions } from './use-mentions.tsx'
import { WritingField, type WritingRef } from './writing-field.tsx'

export type NoteWritingProps = { ref?: Ref<WritingRef>; conversation: Conversation; onTyping: () => void }

const list = 'colleagues'

/** A note to colleagues, kept until it is saved; `@` names some of them, who are told. */
export function NoteWriting({ ref, conversation, onTyping }: NoteWritingProps) {
  const say = useSay()
  const { session } = useConsole()
  const field = useRef<WritingRef>(null)
  const [text, setText] = useDraft(session.person.subject, `note.${conversation.id}`)
  const { data: agents = [] } = useAgents()
  const { save, saving, failure } = useNote(conversation, () => setText(''))
  const mentions = useMentions(text, agents, (name, from, to) => field.current?.put(name, from, to, text))
  const named = mentionedIn(text, agents)
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus(), put: () => undefined }))
  const submit = () => {
    if (text.trim() !== '' && !saving)
      void save(
        text.trim(),
        named.map(({ id }) => id),
      )
  }
  return (
    <SpaceBetween size="xs">
      <p className="quiet" id="note-about">
        {say('note.about')}
      </p>
      <WritingField
        ref={field}
        id="note-text"
        label={say('note.title')}
        placeholder={say('note.placeholder')}
        describedBy="note-about"
        value={text}
        choosing={mentions.offered.length > 0 ? { list, active: offeredId(list, mentions.active) } : undefined}
        onChange={(next, at) => {
          setText(next)
          mentions.moved(at)
          onTyping()
        }}
        onKey={mentions.onKey}
        onSend={submit}
      />
      <Offered id={list} offered={mentions.offered} active={mentions.active} onTake={mentions.take} />
      {failure !== '' && (
        <Box color="text-status-error">
          <span role="alert">{failure}</span>
        </Box>
      )}
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        <Button variant="primary" loading={saving} disabled={text.trim() === ''} onClick={submit}>
          {say('note.save')}
        </Button>
        {named.length > 0 && (
          <Box variant="small">{say('note.tells', { names: named.map(({ name }) => name).join(', ') })}</Box>
        )}
      </SpaceBetween>
    </SpaceBetween>
  )
}

function useNote({ id }: Conversation, onSaved: () => void) {
  const say = useSay()
  const { api, toasts } = useConsole()
  const [saving, setSaving] = useState(false)
  const [failure, setFailure] = useState('')
  const save = async (text: string, mentions: string[]) => {
    setSaving(true)
    setFailure('')
    try {
      await api.addNote(id, { text, mentions })
      onSaved()
      toasts.show({ kind: 'success', text: say('note.saved') })
    } catch (error) {
      setFailure(error instanceof Error ? reasonOf(error, say) : say('failed.here'))
    } finally {
      setSaving(false)
    }
  }
  return { save, saving, failure }
}

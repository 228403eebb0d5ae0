import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea, { type TextareaProps } from '@cloudscape-design/components/textarea'
import { useEffect, useRef, useState } from 'react'
import { useConsole } from '../app/console-context.ts'
import type { Conversation } from '../client/api.ts'
import { useAgents } from '../data/people.ts'
import { useDraft } from '../drafts/drafts.ts'
import { useKeys } from '../keys/keys.ts'
import { reasonOf } from '../states/states.tsx'
import { useSay } from '../words/words.ts'

/** Where one writes. Notes to colleagues for now; what is written is kept until it is saved. */
export function Write({ conversation, onTyping }: { conversation: Conversation; onTyping: (typing: boolean) => void }) {
  const say = useSay()
  const { session } = useConsole()
  const field = useRef<TextareaProps.Ref>(null)
  const [text, setText] = useDraft(session.person.subject, `note.${conversation.id}`)
  const { save, saving, failure } = useNote(conversation, () => setText(''))
  const { mentioned } = useMentions(text)
  const focus = () => field.current?.focus()
  useKeys({ n: focus, r: focus })
  useEffect(() => {
    if (location.hash === '#write') field.current?.focus()
  }, [])
  useEffect(() => onTyping(text !== ''), [text, onTyping])
  const submit = () => {
    if (text.trim() !== '')
      void save(
        text.trim(),
        mentioned.map(({ id }) => id),
      )
  }
  return (
    <div className="note-box" id="write">
      <Container>
        <FormField label={say('note.title')} description={say('note.about')} errorText={failure} stretch>
          <Textarea
            ref={field}
            value={text}
            onChange={({ detail }) => setText(detail.value)}
            onKeyDown={({ detail }) => (detail.ctrlKey || detail.metaKey) && detail.key === 'Enter' && submit()}
            placeholder={say('note.placeholder')}
            rows={text === '' ? 2 : 5}
          />
        </FormField>
        <Box padding={{ top: 's' }}>
          <SpaceBetween direction="horizontal" size="s" alignItems="center">
            <Button loading={saving} disabled={text.trim() === ''} onClick={submit}>
              {say('note.save')}
            </Button>
            {mentioned.length > 0 && (
              <Box variant="small">{say('note.tells', { names: mentioned.map(({ name }) => name).join(', ') })}</Box>
            )}
          </SpaceBetween>
        </Box>
      </Container>
    </div>
  )
}

/** The colleagues whose ids stand in the text after an `@`. */
function useMentions(text: string) {
  const { data: agents = [] } = useAgents()
  const named = new Set([...text.matchAll(/@([a-z0-9][a-z0-9-]{0,62})/g)].map(([, id]) => id))
  return { mentioned: agents.filter(({ id }) => named.has(id)) }
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

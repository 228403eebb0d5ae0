import FormField from '@cloudscape-design/components/form-field'
import Textarea from '@cloudscape-design/components/textarea'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useConsole } from '../../app/console-context.ts'
import { Dialog } from '../../dialog/dialog.tsx'
import { Failed, Loading, reasonOf } from '../../states/states.tsx'
import { useSay } from '../../words/words.ts'
import { entriesIn, linesOf } from './content-lines.ts'

/** What we publish that answers questions: one entry a line. */
export function ContentDialog({ onDismiss }: { onDismiss: () => void }) {
  const say = useSay()
  const { api } = useConsole()
  const known = useQuery({ queryKey: ['content'], queryFn: ({ signal }) => api.content(signal), staleTime: 0 })
  const [text, setText] = useState<string>()
  const shown = text ?? (known.data ? linesOf(known.data.entries) : '')
  const { save, failed, saving } = useSaving(onDismiss)
  return (
    <Dialog
      size="large"
      header={say('ideas.content')}
      onDismiss={onDismiss}
      saving={saving}
      onConfirm={text === undefined ? undefined : () => void save(entriesIn(shown))}
    >
      {known.error && <Failed error={known.error} what={say('ideas.content')} onRetry={() => void known.refetch()} />}
      {known.isPending && !known.error && <Loading what={say('ideas.loading')} />}
      {known.data && (
        <FormField stretch label={say('ideas.lines')} description={say('ideas.lines-about')} errorText={failed}>
          <Textarea rows={14} value={shown} spellcheck={false} onChange={({ detail }) => setText(detail.value)} />
        </FormField>
      )}
    </Dialog>
  )
}

function useSaving(onDone: () => void) {
  const say = useSay()
  const { api, toasts } = useConsole()
  const queries = useQueryClient()
  const [failed, setFailed] = useState('')
  const [saving, setSaving] = useState(false)
  const save = async (entries: ReturnType<typeof entriesIn>) => {
    setSaving(true)
    try {
      await api.setContent({ entries })
      toasts.show({ kind: 'success', text: say('ideas.saved', { count: entries.length }) })
      await queries.invalidateQueries({ queryKey: ['content-ideas'] })
      onDone()
    } catch (error) {
      if (!(error instanceof Error)) throw error
      setFailed(reasonOf(error, say))
    } finally {
      setSaving(false)
    }
  }
  return { save, failed, saving }
}

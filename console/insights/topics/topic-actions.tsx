import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useConsole } from '../../app/console-context.ts'
import type { Topic } from '../../client/api.ts'
import { Dialog } from '../../dialog/dialog.tsx'
import { reasonOf } from '../../states/states.tsx'
import { useSay } from '../../words/words.ts'
import { topicsKey } from './topic-detail.tsx'

type ActionsProps = { topic: Topic; all: readonly Topic[] }

/** People call topics by their own words, keep them, and count two as one; the contacts themselves never change. */
export function TopicActions({ topic, all }: ActionsProps) {
  const say = useSay()
  const { api } = useConsole()
  const change = useChange()
  const [open, setOpen] = useState<'name' | 'merge'>()
  const [name, setName] = useState(topic.name ?? '')
  const [into, setInto] = useState<string>()
  const others = all.filter(({ id, mergedInto }) => id !== topic.id && mergedInto === undefined)
  const close = () => setOpen(undefined)
  const done = (work: Promise<unknown>) => void change(work).then(close)
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button onClick={() => setOpen('name')}>{say('insights.topic-name')}</Button>
      <Button onClick={() => done(api.nameTopic(topic.id, { pinned: !topic.pinned }))}>
        {say(topic.pinned ? 'insights.topic-unpin' : 'insights.topic-pin')}
      </Button>
      {topic.mergedInto === undefined ? (
        <Button onClick={() => setOpen('merge')}>{say('insights.topic-merge')}</Button>
      ) : (
        <Button onClick={() => done(api.splitTopic(topic.id))}>{say('insights.topic-split')}</Button>
      )}
      {open === 'name' && (
        <Dialog
          header={say('insights.topic-name')}
          onDismiss={close}
          onConfirm={() => done(api.nameTopic(topic.id, { name: name.trim() === '' ? null : name.trim() }))}
        >
          <FormField label={say('insights.topic-new-name')} description={say('insights.topic-name-about')}>
            <Input value={name} autoFocus onChange={({ detail }) => setName(detail.value.slice(0, 120))} />
          </FormField>
        </Dialog>
      )}
      {open === 'merge' && (
        <Dialog
          header={say('insights.topic-merge')}
          onDismiss={close}
          {...(into !== undefined && { onConfirm: () => done(api.mergeTopic(topic.id, { into })) })}
        >
          <FormField label={say('insights.topic-into')} description={say('insights.topic-merge-about')}>
            <Select
              selectedOption={others.filter(({ id }) => id === into).map(optionOf)[0] ?? null}
              options={others.map(optionOf)}
              filteringType="auto"
              expandToViewport
              onChange={({ detail }) => setInto(detail.selectedOption.value)}
            />
          </FormField>
        </Dialog>
      )}
    </SpaceBetween>
  )
}

const optionOf = ({ id, label }: Topic) => ({ value: id, label })

/** Sends a change, and reads again what it touches; a refusal is said, and nothing else happens. */
function useChange() {
  const say = useSay()
  const { toasts } = useConsole()
  const queries = useQueryClient()
  return async (work: Promise<unknown>) => {
    try {
      await work
      toasts.show({ kind: 'success', text: say('insights.topic-changed') })
    } catch (error) {
      if (!(error instanceof Error)) throw error
      toasts.show({ kind: 'error', text: reasonOf(error, say) })
    }
    await Promise.all([topicsKey, ['report']].map(queryKey => queries.invalidateQueries({ queryKey })))
  }
}

import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useConsole } from '../../app/console-context.ts'
import { useGo } from '../../app/router.tsx'
import type { Hook, HookSettings } from '../../client/api.ts'
import { useSay } from '../../words/words.ts'
import { Editor } from '../form/editor.tsx'
import { ManyField, SwitchField, TextField } from '../form/fields.tsx'
import { ItemScreen } from '../form/item-screen.tsx'
import type { Form } from '../form/use-form.ts'
import { useItemForm } from '../form/use-item-form.ts'
import { addressOf } from '../places.ts'
import { Deliveries } from './deliveries.tsx'
import { useHooks } from './hooks-screen.tsx'

const events = [
  ...(['contact.recorded', 'conversation.opened', 'conversation.changed', 'conversation.resolved'] as const),
  ...(['reply.sent', 'reply.failed', 'customer.merged'] as const),
] as const

type NamedHook = HookSettings & { id: string }

export function HookScreen({ id }: { id: string }) {
  return (
    <ItemScreen place="hooks" id={id} list={useHooks()}>
      {hook => <HookForm hook={hook} />}
    </ItemScreen>
  )
}

const startOf = (hook: Hook | undefined): NamedHook => ({
  ...{ id: hook?.id ?? '', url: hook?.url ?? '', events: hook?.events ?? [], active: hook?.active ?? true },
  newSecret: false,
})

function HookForm({ hook }: { hook: Hook | undefined }) {
  const say = useSay()
  const go = useGo()
  const { api } = useConsole()
  const [secret, setSecret] = useState<string>()
  const [start] = useState(() => startOf(hook))
  const { form, onCancel } = useItemForm<NamedHook>({
    place: 'hooks',
    start,
    send: async ({ id, ...settings }) => setSecret((await api.setHook(id, settings)).secret),
  })
  if (secret !== undefined && form.value.id !== '')
    return <Secret secret={secret} onDone={() => go(addressOf('hooks'))} />
  return (
    <SpaceBetween size="l">
      <Editor
        form={form}
        title={hook?.id ?? say('ops.new.hooks')}
        about={say('ops.hook.about')}
        onSaved={() => undefined}
        onCancel={onCancel}
      >
        <Container>
          <HookFields form={form} isNew={hook === undefined} />
        </Container>
      </Editor>
      {hook && <Deliveries hook={hook} />}
    </SpaceBetween>
  )
}

function HookFields({ form: { value, set, errorAt }, isNew }: { form: Form<NamedHook>; isNew: boolean }) {
  const say = useSay()
  return (
    <SpaceBetween size="m">
      {isNew && (
        <TextField label={say('ops.id')} about={say('ops.id.about')} value={value.id} onChange={id => set({ id })} />
      )}
      <TextField
        label={say('ops.hook.url')}
        type="url"
        placeholder="https://"
        value={value.url}
        onChange={url => set({ url })}
        error={errorAt('url')}
      />
      <ManyField
        label={say('ops.hook.events')}
        about={say('ops.hook.events.about')}
        none={say('ops.hook.rules-only')}
        values={value.events ?? []}
        options={events.map(event => ({ value: event, label: say(`ops.told.${event}`), description: event }))}
        onChange={chosen => set({ events: chosen })}
        error={errorAt('events')}
      />
      <SwitchField label={say('ops.hook.active')} on={value.active !== false} onChange={active => set({ active })} />
      {!isNew && (
        <SwitchField
          label={say('ops.hook.new-secret')}
          about={say('ops.hook.new-secret.about')}
          on={value.newSecret === true}
          onChange={newSecret => set({ newSecret })}
        />
      )}
    </SpaceBetween>
  )
}

/** What deliveries are signed with: nobody can show it a second time. */
function Secret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const say = useSay()
  return (
    <Alert
      type="success"
      header={say('ops.hook.secret')}
      action={<Button onClick={onDone}>{say('ops.hook.secret.kept')}</Button>}
    >
      <SpaceBetween size="s">
        <span>{say('ops.hook.secret.about')}</span>
        <CopyToClipboard
          variant="inline"
          textToCopy={secret}
          copyButtonAriaLabel={say('ops.copy')}
          copySuccessText={say('ops.copied')}
          copyErrorText={say('ops.not-copied')}
        />
      </SpaceBetween>
    </Alert>
  )
}

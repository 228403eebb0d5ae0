import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import CloudscapeForm from '@cloudscape-design/components/form'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { ApiProblem } from '../../client/problem.ts'
import { Failed } from '../../states/states.tsx'
import { useSay } from '../../words/words.ts'
import { UnsavedGuard } from './unsaved.tsx'
import type { Form } from './use-form.ts'

type EditorProps<Value> = {
  form: Form<Value>
  title: string
  about?: string
  /** After it was saved. */
  onSaved: () => void
  onCancel?: () => void
  /** What the button says, where saving is not what it does. */
  save?: string
  children: ReactNode
}

/** A form with its title, what the API refused, and a guard around what is not saved. */
export function Editor<Value>({ form, title, about, onSaved, onCancel, save: text, children }: EditorProps<Value>) {
  const say = useSay()
  const save = async () => {
    if (await form.save()) onSaved()
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <UnsavedGuard isDirty={form.isDirty} />
      <CloudscapeForm
        header={
          <Header variant="h1" {...(about !== undefined && { description: about })}>
            {title}
          </Header>
        }
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            {onCancel && (
              <Button formAction="none" variant="link" onClick={onCancel}>
                {say('ops.cancel')}
              </Button>
            )}
            <Button variant="primary" loading={form.saving}>
              {text ?? say('ops.save')}
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">
          {form.failure && <Refused failure={form.failure} />}
          {children}
        </SpaceBetween>
      </CloudscapeForm>
    </form>
  )
}

/** What was refused, whole: a field may stand where nobody looks. */
function Refused({ failure }: { failure: Error }) {
  const say = useSay()
  if (!(failure instanceof ApiProblem) || failure.errors.length === 0)
    return <Failed error={failure} what={say('ops.not-saved')} />
  return (
    <Alert type="error" header={say('ops.not-saved')}>
      <ul>
        {failure.errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {field.replace(/^body\./, '')}: {message}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

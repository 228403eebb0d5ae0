import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type ReactNode, useState } from 'react'
import { Dialog } from '../dialog/dialog.tsx'
import { useSay } from '../words/words.ts'

type NameDialogProps = {
  header: string
  about?: string
  /** In characters; what is longer is cut. */
  longest: number
  onName: (name: string) => void
  onDismiss: () => void
  /** What else is asked. */
  children?: ReactNode
}

/** Asks how something that a person keeps is to be called: Enter keeps it, without a name it is not kept. */
export function NameDialog({ header, about, longest, onName, onDismiss, children }: NameDialogProps) {
  const say = useSay()
  const [name, setName] = useState('')
  const given = name.trim().slice(0, longest)
  const save = () => {
    if (given !== '') onName(given)
  }
  return (
    <Dialog header={header} onDismiss={onDismiss} onConfirm={given === '' ? undefined : save}>
      <SpaceBetween size="s">
        <FormField label={say('saved.name')} description={about}>
          <Input
            value={name}
            autoFocus
            onChange={({ detail }) => setName(detail.value)}
            onKeyDown={({ detail }) => {
              if (detail.key === 'Enter') save()
            }}
          />
        </FormField>
        {children}
      </SpaceBetween>
    </Dialog>
  )
}

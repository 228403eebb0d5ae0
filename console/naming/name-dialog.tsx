import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type ReactNode, useState } from 'react'
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
    <Modal
      visible
      size="small"
      onDismiss={onDismiss}
      header={header}
      closeAriaLabel={say('close')}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDismiss}>
              {say('ops.cancel')}
            </Button>
            <Button variant="primary" disabled={given === ''} onClick={save}>
              {say('ops.save')}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
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
    </Modal>
  )
}

import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal, { type ModalProps } from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { useSay } from '../words/words.ts'

type DialogProps = {
  header: string
  size?: ModalProps['size']
  /** What the button that does it says; "Save" where nothing else is given. */
  confirm?: string
  /** Nothing yet while what is asked is not answered: the button is shown and cannot be pressed. */
  onConfirm?: (() => void) | undefined
  onDismiss: () => void
  saving?: boolean
  children: ReactNode
}

/** A question with two answers: to do it, or to leave all as it is. */
export function Dialog({ header, size = 'small', confirm, onConfirm, onDismiss, saving, children }: DialogProps) {
  const say = useSay()
  return (
    <Modal
      visible
      size={size}
      header={header}
      onDismiss={onDismiss}
      closeAriaLabel={say('close')}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDismiss}>
              {say('ops.cancel')}
            </Button>
            <Button
              variant="primary"
              loading={saving ?? false}
              disabled={onConfirm === undefined}
              onClick={() => onConfirm?.()}
            >
              {confirm ?? say('ops.save')}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {children}
    </Modal>
  )
}

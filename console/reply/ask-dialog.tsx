import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useConsole } from '../app/console-context.ts'
import { reasonOf } from '../states/states.tsx'
import { useSay } from '../words/words.ts'

export type AskDialogProps = {
  title: string
  /** What the button says that does it. */
  action: string
  /** Said when it is done. */
  done: string
  failed: string
  ready: boolean
  /** What is to be loaded again afterwards. */
  stale: readonly (readonly unknown[])[]
  onAsk: () => Promise<void>
  onClose: () => void
  children: ReactNode
}

/** A dialog that asks the API for one thing: it stays, with what was typed and why, when that fails. */
export function AskDialog({ title, action, done, failed, ready, stale, onAsk, onClose, children }: AskDialogProps) {
  const say = useSay()
  const { toasts } = useConsole()
  const queries = useQueryClient()
  const [doing, setDoing] = useState(false)
  const [failure, setFailure] = useState('')
  const ask = async () => {
    setDoing(true)
    setFailure('')
    try {
      await onAsk()
      for (const queryKey of stale) void queries.invalidateQueries({ queryKey })
      toasts.show({ kind: 'success', text: done })
      onClose()
    } catch (error) {
      setFailure(`${failed} ${error instanceof Error ? reasonOf(error, say) : say('failed.here')}`)
    } finally {
      setDoing(false)
    }
  }
  const footer = (
    <Box float="right">
      <SpaceBetween direction="horizontal" size="xs">
        <Button variant="link" onClick={onClose}>
          {say('cancel')}
        </Button>
        <Button variant="primary" disabled={!ready} loading={doing} onClick={() => void ask()}>
          {action}
        </Button>
      </SpaceBetween>
    </Box>
  )
  return (
    <Modal visible onDismiss={onClose} header={title} closeAriaLabel={say('close')} footer={footer}>
      <SpaceBetween size="m">
        {children}
        {failure !== '' && (
          <Box color="text-status-error">
            <span role="alert">{failure}</span>
          </Box>
        )}
      </SpaceBetween>
    </Modal>
  )
}

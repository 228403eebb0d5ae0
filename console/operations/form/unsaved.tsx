import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useBlocker } from '@tanstack/react-router'
import { useSay } from '../../words/words.ts'

/** Asks before what was written is lost, whether by a link, the browser's way back, a reload or a closed tab. */
export function UnsavedGuard({ isDirty }: { isDirty: () => boolean }) {
  const say = useSay()
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isDirty(),
    enableBeforeUnload: isDirty,
    withResolver: true,
  })
  return (
    <Modal
      visible={status === 'blocked'}
      onDismiss={() => reset?.()}
      header={say('ops.unsaved')}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={() => proceed?.()}>{say('ops.unsaved.leave')}</Button>
            <Button variant="primary" onClick={() => reset?.()}>
              {say('ops.unsaved.stay')}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {say('ops.unsaved.about')}
    </Modal>
  )
}

import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSay } from '../words/words.ts'

/** A part of the console itself failed, like a file of a version that is no longer there. */
export function ScreenFailed({ error }: { error: unknown }) {
  const say = useSay()
  return (
    <Alert
      type="error"
      header={say('screen.failed')}
      action={<Button onClick={() => location.reload()}>{say('screen.reload')}</Button>}
    >
      {say('screen.failed-detail', { name: error instanceof Error ? error.name : typeof error })}
    </Alert>
  )
}

export function ScreenMissing() {
  const say = useSay()
  return (
    <SpaceBetween size="xs">
      <Box variant="h1">{say('screen.missing')}</Box>
      <Box color="text-body-secondary">{say('screen.missing-detail')}</Box>
      <Link href="/">{say('screen.home')}</Link>
    </SpaceBetween>
  )
}

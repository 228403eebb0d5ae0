import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Spinner from '@cloudscape-design/components/spinner'
import type { ReactNode } from 'react'
import { ApiProblem, Unreachable } from '../client/problem.ts'
import { type Say, useSay } from '../words/words.ts'

/** Something is on its way. */
export function Loading({ what }: { what: string }) {
  return (
    <Box textAlign="center" padding="l" color="text-body-secondary">
      <span role="status" data-loading>
        <Spinner /> {what}
      </span>
    </Box>
  )
}

type EmptyProps = {
  title: string
  children?: ReactNode
  action?: ReactNode
  /** Nothing else stands on the screen: the title is the page's. */
  alone?: boolean
}

/** There is nothing, and why, and what one may do. */
export function Empty({ title, children, action, alone = false }: EmptyProps) {
  return (
    <Box textAlign="center" padding={{ vertical: 'l' }} color="inherit">
      <Box variant={alone ? 'h1' : 'strong'}>{title}</Box>
      {children !== undefined && (
        <Box padding={{ top: 'xxs', bottom: 's' }} color="text-body-secondary">
          {children}
        </Box>
      )}
      {action}
    </Box>
  )
}

/** What failed, in words, with what to do about it. What was loaded before stays where it was. */
export function Failed({ error, what, onRetry }: { error: Error; what: string; onRetry?: () => void }) {
  const say = useSay()
  return (
    <Alert
      type={error instanceof Unreachable ? 'warning' : 'error'}
      header={say('failed.title', { what })}
      {...(onRetry && { action: <Button onClick={onRetry}>{say('failed.again')}</Button> })}
    >
      {reasonOf(error, say)}
    </Alert>
  )
}

/** What kind of problem it is, in the reader's language, and the API's own sentence, where it says more. */
export function reasonOf(error: Error, say: Say): string {
  if (error instanceof Unreachable) return navigator.onLine ? say('failed.unreachable') : say('failed.offline')
  if (!(error instanceof ApiProblem)) return say('failed.here')
  switch (error.status) {
    case 401:
      return say('failed.signed-out')
    case 403:
      return say('failed.not-allowed')
    case 404:
      return say('failed.not-found')
    default:
      return [problemText(error, say), ...error.errors.map(({ field, message }) => `${field} ${message}`)].join(' ')
  }
}

function problemText({ kind, detail, message }: ApiProblem, say: Say): string {
  switch (kind) {
    case undefined:
      return detail ?? message
    case 'internal-error':
    case 'try-again':
      return say(`problem.${kind}`)
    default:
      return detail === undefined ? say(`problem.${kind}`) : `${say(`problem.${kind}`)} ${detail}`
  }
}

import Button from '@cloudscape-design/components/button'
import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useLiveState } from '../live/use-live.ts'
import { type Toast, useToasts } from '../toasts/toasts.ts'
import { type Say, useSay } from '../words/words.ts'
import { useConsole } from './console-context.ts'

const onLine = (listener: () => void) => {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** What everybody must know wherever they are, and words about what was just done. */
export function Notifications() {
  const say = useSay()
  const { session, toasts } = useConsole()
  const online = useSyncExternalStore(onLine, () => navigator.onLine)
  const ended = useSyncExternalStore(session.onEnded, session.ended)
  const away = useAwayForLong()
  const shown = useToasts(toasts)
  const standing: FlashbarProps.MessageDefinition[] = [
    ...(ended ? [signedOut(say, session.signInAgain)] : []),
    ...(online ? [] : [{ id: 'offline', type: 'warning' as const, content: say('shell.offline') }]),
    ...(online && !ended && away ? [{ id: 'away', type: 'info' as const, content: say('shell.not-live') }] : []),
  ]
  return <Flashbar items={[...standing, ...shown.map(toast => toastItem(toast, say, toasts.dismiss))]} />
}

function signedOut(say: Say, signInAgain: () => void): FlashbarProps.MessageDefinition {
  return {
    id: 'signed-out',
    type: 'warning',
    header: say('shell.signed-out'),
    content: say('shell.signed-out-detail'),
    action: <Button onClick={signInAgain}>{say('shell.sign-in')}</Button>,
  }
}

function toastItem(toast: Toast, say: Say, dismiss: (id: number) => void): FlashbarProps.MessageDefinition {
  const { id, kind, text, detail, undo } = toast
  const taken = () => {
    dismiss(id)
    undo?.()
  }
  return {
    id: `toast-${id}`,
    type: kind,
    ariaRole: kind === 'error' ? 'alert' : 'status',
    content: detail === undefined ? text : `${text} ${detail}`,
    dismissible: true,
    dismissLabel: say('close'),
    onDismiss: () => dismiss(id),
    ...(undo && { action: <Button onClick={taken}>{say('undo')}</Button> }),
  }
}

/** A connection that comes back within seconds is not worth a word. */
function useAwayForLong(): boolean {
  const away = useLiveState() === 'away'
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!away) {
      setLong(false)
      return
    }
    const timer = setTimeout(() => setLong(true), 5000)
    return () => clearTimeout(timer)
  }, [away])
  return long
}

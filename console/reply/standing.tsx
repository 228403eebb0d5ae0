import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useConsole } from '../app/console-context.ts'
import type { Conversation } from '../client/api.ts'
import { dataKeys } from '../data/keys.ts'
import { actorText } from '../entries/actor-text.ts'
import { reasonOf } from '../states/states.tsx'
import { Moment } from '../words/moment.tsx'
import { useSay } from '../words/words.ts'

/** What one must know before writing: why it was handed over, and that a call was promised. */
export function Standing({ conversation }: { conversation: Conversation }) {
  const { handover, callback } = conversation
  return (
    <>
      {handover && <HandedOver handover={handover} />}
      {callback && <CallPromised conversation={conversation} callback={callback} />}
    </>
  )
}

function HandedOver({ handover }: { handover: NonNullable<Conversation['handover']> }) {
  const say = useSay()
  const { by, at, reason, note, lines = [] } = handover
  return (
    <Alert type="info" header={say('handover.from', { who: actorText(by, say) })}>
      <p dir="auto" className="advice">
        {reason} <Moment at={at} style="clock" />
      </p>
      {note !== undefined && (
        <p dir="auto" className="advice">
          {note}
        </p>
      )}
      {lines.length > 0 && (
        <details>
          <summary>{say('handover.brief')}</summary>
          <ul>
            {lines.map(({ text }) => (
              <li key={text} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Alert>
  )
}

type CallProps = { conversation: Conversation; callback: NonNullable<Conversation['callback']> }

function CallPromised({ conversation, callback }: CallProps) {
  const say = useSay()
  const { api, toasts } = useConsole()
  const queries = useQueryClient()
  const [doing, setDoing] = useState(false)
  const { number, at, note, dueSince } = callback
  const done = async () => {
    setDoing(true)
    try {
      await api.setCallback(conversation.id, { done: true })
      await queries.invalidateQueries({ queryKey: dataKeys.conversation(conversation.id) })
    } catch (error) {
      const detail = error instanceof Error ? reasonOf(error, say) : say('failed.here')
      toasts.show({ kind: 'error', text: say('callback.not-done'), detail })
    } finally {
      setDoing(false)
    }
  }
  return (
    <Alert
      type={dueSince === undefined ? 'info' : 'warning'}
      action={
        <Button loading={doing} onClick={() => void done()}>
          {say('callback.made')}
        </Button>
      }
    >
      {say('callback.stands', { number })} <Moment at={at} style="clock" />{' '}
      {note !== undefined && <q dir="auto">{note}</q>}
    </Alert>
  )
}

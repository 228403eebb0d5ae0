import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { ContactOf } from '../data/entries.ts'
import { type Say, useSay } from '../words/words.ts'
import { ContactFrame } from './contact-frame.tsx'
import type { ContactProps } from './entry.tsx'
import { WordsOf } from './words-of.tsx'

type Call = NonNullable<ContactOf['call']>

/** A call: whether somebody answered, how long it took, how long the customer waited, and what came of it. */
export function CallEntry(props: ContactProps) {
  const say = useSay()
  const { call, text, truncated } = props.entry
  return (
    <ContactFrame {...props} icon="call" facts={call && <Outcome call={call} />}>
      {call && <p className="facts-line">{factsOf(call, say).join(' · ')}</p>}
      {text !== '' && <WordsOf text={text} truncated={truncated} />}
    </ContactFrame>
  )
}

function Outcome({ call }: { call: Call }) {
  const say = useSay()
  return (
    <StatusIndicator type={call.answered ? 'success' : 'stopped'}>
      {call.answered ? durationText(call.durationSeconds) : say('call.missed')}
    </StatusIndicator>
  )
}

function factsOf(call: Call, say: Say): string[] {
  const { queueSeconds, holdSeconds, agent, queue, disposition } = call
  return [
    ...(queueSeconds === undefined ? [] : [say('call.queued', { time: durationText(queueSeconds) })]),
    ...(holdSeconds === undefined || holdSeconds === 0 ? [] : [say('call.held', { time: durationText(holdSeconds) })]),
    ...(agent === undefined ? [] : [say('call.agent', { agent })]),
    ...(queue === undefined ? [] : [say('call.queue', { queue })]),
    ...(disposition === undefined ? [] : [disposition]),
  ]
}

/** `4:05`; `1:02:03` from an hour on. */
export function durationText(seconds: number): string {
  const whole = Math.round(seconds)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (part: number) => `${part}`.padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

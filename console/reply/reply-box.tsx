import './reply.css'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useEffect, useRef, useState } from 'react'
import { useConsole, useMay } from '../app/console-context.ts'
import type { Conversation, Customer } from '../client/api.ts'
import type { TimelineEntry } from '../data/entries.ts'
import { readDraft } from '../drafts/drafts.ts'
import { useKeys } from '../keys/keys.ts'
import type { Presence } from '../live/presence.ts'
import { useSay } from '../words/words.ts'
import { AnswerWriting } from './answer-writing.tsx'
import { Callback } from './callback.tsx'
import { HandOver } from './hand-over.tsx'
import { NoteWriting } from './note-writing.tsx'
import { Standing } from './standing.tsx'
import { useTyping } from './use-typing.ts'
import type { WritingRef } from './writing-field.tsx'
import { isEmpty, readWritten } from './written.ts'

export type ReplyBoxProps = {
  conversation: Conversation
  customer: Customer | undefined
  /** What is loaded of the customer's timeline. */
  loaded: readonly TimelineEntry[]
  /** Colleagues who are here too. */
  others: readonly Presence[]
  onTyping: (typing: boolean) => void
}

const modes = ['answer', 'note'] as const
type Mode = (typeof modes)[number]

/** Where one writes: to the customer, or to colleagues, which look nothing like each other. */
export function ReplyBox({ conversation, customer, loaded, others, onTyping }: ReplyBoxProps) {
  const say = useSay()
  const may = useMay()
  const field = useRef<WritingRef>(null)
  const { subject } = useConsole().session.person
  const [mode, setMode] = useState<Mode>(() => (may('reply') ? begunIn(subject, conversation.id) : 'note'))
  const [typing, typed] = useTyping()
  useEffect(() => {
    onTyping(typing)
  }, [typing, onTyping])
  const open = (wanted: Mode) => {
    setMode(wanted)
    // Once the other field is on the page.
    setTimeout(() => field.current?.focus())
  }
  useKeys({ r: () => open(may('reply') ? 'answer' : 'note'), n: () => open('note') })
  useEffect(() => {
    if (location.hash === '#write') setTimeout(() => field.current?.focus())
  }, [])
  const answer = may('reply') && {
    id: 'answer',
    label: say('reply.answer'),
    content: (
      <AnswerWriting
        key={conversation.id}
        {...(mode === 'answer' && { ref: field })}
        conversation={conversation}
        customer={customer}
        loaded={loaded}
        onTyping={typed}
      />
    ),
  }
  const note = {
    id: 'note',
    label: say('reply.note'),
    content: (
      <NoteWriting
        key={conversation.id}
        {...(mode === 'note' && { ref: field })}
        conversation={conversation}
        onTyping={typed}
      />
    ),
  }
  return (
    <div className={`reply-box ${mode}`} id="write">
      <Standing conversation={conversation} />
      <Tabs
        variant="container"
        ariaLabel={say('reply.modes')}
        activeTabId={mode}
        tabs={answer ? [answer, note] : [note]}
        onChange={({ detail }) => setMode(modes.find(one => one === detail.activeTabId) ?? 'answer')}
        actions={<Elsewhere conversation={conversation} customer={customer} />}
      />
      <Writing others={others} />
    </div>
  )
}

/** What one may do instead of writing. */
function Elsewhere({ conversation, customer }: Pick<ReplyBoxProps, 'conversation' | 'customer'>) {
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Callback conversation={conversation} customer={customer} />
      <HandOver conversation={conversation} />
    </SpaceBetween>
  )
}

/** Where somebody had begun to write: an answer, unless there is only a note. */
const begunIn = (subject: string, conversation: string): Mode =>
  readDraft(subject, `note.${conversation}`) !== '' && isEmpty(readWritten(subject, conversation)) ? 'note' : 'answer'

/** Colleagues who are writing here at this moment. */
function Writing({ others }: { others: readonly Presence[] }) {
  const say = useSay()
  const names = others.filter(({ state }) => state === 'typing').map(({ who }) => who.name ?? who.subject)
  return (
    <div role="status" className="quiet writing">
      {names.length > 0 && say('presence.typing', { name: names.join(', ') })}
    </div>
  )
}

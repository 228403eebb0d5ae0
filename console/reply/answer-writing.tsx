import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type Ref, useImperativeHandle, useRef, useState } from 'react'
import { useConsole } from '../app/console-context.ts'
import type { Conversation, Customer } from '../client/api.ts'
import type { TimelineEntry } from '../data/entries.ts'
import { useSay } from '../words/words.ts'
import { InTheWay, Under, Where } from './answer-parts.tsx'
import { type Checked, check } from './checks.ts'
import { mayCopy } from './copies.ts'
import { OthersDrafts } from './draft-states.tsx'
import { ChooseFiles, DropFiles } from './files.tsx'
import { JustAnswered } from './just-answered.tsx'
import { MacroDialog } from './macro-dialog.tsx'
import type { FilledMacro } from './macro-preview.tsx'
import { News } from './news.tsx'
import { type Answer, useAnswer } from './use-answer.ts'
import type { Way } from './ways.ts'
import { WritingField, type WritingKey, type WritingRef } from './writing-field.tsx'
import { isEmpty, type Written } from './written.ts'

export type AnswerWritingProps = {
  ref?: Ref<WritingRef>
  conversation: Conversation
  customer: Customer | undefined
  loaded: readonly TimelineEntry[]
  onTyping: () => void
}

/** An answer to the customer: where it goes, what is said, what speaks against it. */
export function AnswerWriting({ ref, conversation, customer, loaded, onTyping }: AnswerWritingProps) {
  const say = useSay()
  const field = useRef<WritingRef>(null)
  const [picking, setPicking] = useState(false)
  const answer = useAnswer(conversation, customer, loaded)
  const { written, change, way, draft, files } = answer
  const checked = way && check(written, way, Date.now(), say)
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus(), put: () => undefined }))
  const write = (text: string) => {
    change(now => ({ ...now, text, dirty: true }))
    onTyping()
  }
  const insert = (filled: FilledMacro) => {
    setPicking(false)
    change(now => withMacro(now, filled))
    setTimeout(() => field.current?.focus())
  }
  return (
    <DropFiles onFiles={files.add}>
      <SpaceBetween size="xs">
        <Where answer={answer} />
        <WhatCame answer={answer} />
        <Words answer={answer} field={field} checked={checked} onWrite={write} onPick={() => setPicking(true)} />
        <Under answer={answer} checked={checked} />
        <InTheWay answer={answer} />
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <Send answer={answer} checked={checked} />
          <Button iconName="insert-row" onClick={() => setPicking(true)}>
            {say('macro.button')}
          </Button>
          <ChooseFiles onFiles={files.add} />
        </SpaceBetween>
        <OthersDrafts drafts={draft.others} onTake={text => write(below(written.text, text))} />
      </SpaceBetween>
      {picking && <MacroDialog conversation={conversation} onClose={() => setPicking(false)} onInsert={insert} />}
    </DropFiles>
  )
}

const below = (text: string, more: string): string => (text === '' ? more : `${text}\n\n${more}`)

const withMacro = (now: Written, { text, subject, language, actions }: FilledMacro): Written => ({
  ...{ ...now, text: below(now.text, text), language, actions, dirty: true },
  ...(subject !== undefined && { subject }),
})

function WhatCame({ answer: { written, place, replies, seen } }: { answer: Answer }) {
  const { subject } = useConsole().session.person
  if (isEmpty(written)) return <JustAnswered me={subject} replies={replies} entries={place.entries} />
  return <News entries={place.entries} replies={replies} me={subject} isNews={seen.isNews} onLook={seen.look} />
}

type WordsProps = {
  answer: Answer
  field: Ref<WritingRef>
  checked: Checked | undefined
  onWrite: (text: string) => void
  onPick: () => void
}

/** The words themselves; `/` at the beginning of a line offers macros. */
function Words({ answer, field, checked, onWrite, onPick }: WordsProps) {
  const say = useSay()
  const { written, way } = answer
  const onKey = ({ key, ctrl, at, text, stop }: WritingKey) => {
    if (key !== '/' || ctrl || (at > 0 && text[at - 1] !== '\n')) return
    stop()
    onPick()
  }
  return (
    <WritingField
      ref={field}
      id="answer-text"
      label={say(way?.isPublic ? 'reply.label-public' : 'reply.label')}
      placeholder={say('reply.placeholder')}
      describedBy="answer-problems"
      value={written.text}
      invalid={(checked?.problems.length ?? 0) > 0}
      onChange={onWrite}
      onKey={onKey}
      onSend={() => sendIf(answer, checked)}
    />
  )
}

function Send({ answer, checked }: { answer: Answer; checked: Checked | undefined }) {
  const say = useSay()
  return (
    <Button
      variant="primary"
      iconName="send"
      disabled={!isReady(answer, checked)}
      loading={answer.sending.sending}
      onClick={() => sendIf(answer, checked)}
    >
      {say(sendWord(answer.way))}
    </Button>
  )
}

function sendIf(answer: Answer, checked: Checked | undefined): void {
  if (isReady(answer, checked) && !answer.sending.sending) answer.sending.send()
}

/** A call needs no words. */
const isReady = ({ written, way, files, draft }: Answer, checked: Checked | undefined): boolean =>
  way !== undefined &&
  way.whyNot === undefined &&
  checked?.problems.length === 0 &&
  (way.network !== 'mail' || mayCopy(written.cc)) &&
  files.uploads.length === 0 &&
  draft.conflict === undefined &&
  (!isEmpty(written) || way.network === 'phone')

const sendWord = (way: Way | undefined) => {
  if (way?.network === 'phone') return 'reply.call'
  return way?.isPublic ? 'reply.send-public' : 'reply.send'
}

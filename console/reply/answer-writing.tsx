import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type Ref, useImperativeHandle, useRef, useState } from 'react'
import { useConsole } from '../app/console-context.ts'
import type { Conversation, Customer } from '../client/api.ts'
import type { TimelineEntry } from '../data/entries.ts'
import { useSay } from '../words/words.ts'
import { type Checked, check } from './checks.ts'
import { DraftConflict, KeepingLine, OthersDrafts } from './draft-states.tsx'
import { ChooseFiles, DropFiles, FileList } from './files.tsx'
import { Held } from './held.tsx'
import { Limits, Problems } from './limits.tsx'
import { MacroDialog } from './macro-dialog.tsx'
import { Actions } from './macro-preview.tsx'
import { News } from './news.tsx'
import { useAnswer } from './use-answer.ts'
import { WayFacts, WaySelect } from './way-select.tsx'
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
  const { session } = useConsole()
  const field = useRef<WritingRef>(null)
  const [picking, setPicking] = useState(false)
  const answer = useAnswer(conversation, customer, loaded)
  const { written, change, place, way, draft, files, sending, seen, replies } = answer
  const checked = way && check(written, way, Date.now(), say)
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus(), put: () => undefined }))
  const write = (text: string) => {
    change(now => ({ ...now, text, dirty: true }))
    onTyping()
  }
  const maySend = checked !== undefined && isReady(written, way, checked) && files.uploads.length === 0
  const send = () => {
    if (maySend && !sending.sending && draft.conflict === undefined) sending.send()
  }
  const onKey = ({ key, ctrl, at, text, stop }: WritingKey) => {
    if (key !== '/' || ctrl || (at > 0 && text[at - 1] !== '\n')) return
    stop()
    setPicking(true)
  }
  return (
    <DropFiles onFiles={files.add}>
      <SpaceBetween size="xs">
        <WaySelect ways={place.ways} way={way} onChoose={id => change(now => ({ ...now, way: id }))} />
        {!way && !place.isPending && <p className="why-not">{say('way.nowhere')}</p>}
        {way && (
          <WayFacts
            way={way}
            everybody={written.everybody}
            onEverybody={everybody => change(now => ({ ...now, everybody }))}
          />
        )}
        {way?.network === 'mail' && <Subject written={written} way={way} onChange={change} />}
        <News
          entries={place.entries}
          replies={replies}
          me={session.person.subject}
          isNews={seen.isNews}
          onLook={seen.look}
        />
        <WritingField
          ref={field}
          id="answer-text"
          label={say(way?.isPublic ? 'reply.label-public' : 'reply.label')}
          placeholder={say('reply.placeholder')}
          describedBy="answer-problems"
          value={written.text}
          invalid={(checked?.problems.length ?? 0) > 0}
          onChange={write}
          onKey={onKey}
          onSend={send}
        />
        <div>
          <div className="under">
            <KeepingLine keeping={draft.keeping} />
            {checked && <Limits checked={checked} />}
          </div>
          <div id="answer-problems">{checked && <Problems problems={checked.problems} />}</div>
        </div>
        <FileList
          files={written.files}
          uploads={files.uploads}
          onDrop={files.drop}
          onRemove={id => change(now => ({ ...now, files: now.files.filter(one => one.id !== id), dirty: true }))}
        />
        {written.actions && (
          <SpaceBetween direction="horizontal" size="xs" alignItems="center">
            <Actions actions={written.actions} />
            <Button
              variant="inline-icon"
              iconName="close"
              ariaLabel={say('macro.without')}
              onClick={() => change(now => ({ ...now, actions: undefined }))}
            />
          </SpaceBetween>
        )}
        {draft.conflict && <DraftConflict here={written.text} standing={draft.conflict} onSettle={draft.settle} />}
        <Held
          refusals={sending.held}
          replies={replies}
          entries={place.entries}
          onDismiss={sending.dismiss}
          onSendAnyway={() => sending.send(sending.held.map(({ kind }) => kind))}
        />
        {sending.failure !== '' && (
          <Box color="text-status-error">
            <span role="alert">{sending.failure}</span>
          </Box>
        )}
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <Button variant="primary" iconName="send" disabled={!maySend} loading={sending.sending} onClick={send}>
            {say(sendWord(way))}
          </Button>
          <Button iconName="insert-row" onClick={() => setPicking(true)}>
            {say('macro.button')}
          </Button>
          <ChooseFiles onFiles={files.add} />
        </SpaceBetween>
        <OthersDrafts
          drafts={draft.others}
          onTake={text => write(written.text === '' ? text : `${written.text}\n\n${text}`)}
        />
      </SpaceBetween>
      {picking && (
        <MacroDialog
          conversation={conversation}
          onClose={() => setPicking(false)}
          onInsert={({ text, subject, language, actions }) => {
            setPicking(false)
            change(now => ({
              ...now,
              ...{ text: now.text === '' ? text : `${now.text}\n\n${text}`, language, actions, dirty: true },
              ...(subject !== undefined && { subject }),
            }))
            setTimeout(() => field.current?.focus())
          }}
        />
      )}
    </DropFiles>
  )
}

/** A call needs no words. */
const isReady = (written: Written, way: Way | undefined, { problems }: Checked): boolean =>
  way !== undefined &&
  way.whyNot === undefined &&
  problems.length === 0 &&
  (!isEmpty(written) || way.network === 'phone')

const sendWord = (way: Way | undefined) => {
  if (way?.network === 'phone') return 'reply.call'
  return way?.isPublic ? 'reply.send-public' : 'reply.send'
}

type SubjectProps = { written: Written; way: Way; onChange: (change: (now: Written) => Written) => void }

function Subject({ written, way, onChange }: SubjectProps) {
  const say = useSay()
  const given = way.thread === undefined ? say('reply.subject') : `Re: ${way.thread.replace(/^(?:re|aw):\s*/i, '')}`
  return (
    <Input
      value={written.subject ?? ''}
      ariaLabel={say('reply.subject')}
      placeholder={given}
      onChange={({ detail }) => onChange(now => ({ ...now, subject: detail.value || undefined, dirty: true }))}
    />
  )
}

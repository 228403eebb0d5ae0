import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSay } from '../words/words.ts'
import type { Checked } from './checks.ts'
import { CopiesField } from './copies-field.tsx'
import { DraftConflict, KeepingLine } from './draft-states.tsx'
import { FileList } from './files.tsx'
import { Held, waiving } from './held.tsx'
import { Limits, Problems } from './limits.tsx'
import { Actions } from './macro-preview.tsx'
import type { Answer } from './use-answer.ts'
import { WayFacts, WaySelect } from './way-select.tsx'
import type { Way } from './ways.ts'
import type { Written } from './written.ts'

/** Where the answer goes, and what one must know of that. */
export function Where({ answer: { written, change, place, way } }: { answer: Answer }) {
  const say = useSay()
  return (
    <SpaceBetween size="xxs">
      <WaySelect ways={place.ways} way={way} onChoose={id => change(now => ({ ...now, way: id }))} />
      {!way && !place.isPending && <p className="why-not">{say('way.nowhere')}</p>}
      {way && (
        <WayFacts
          way={way}
          everybody={written.everybody}
          onEverybody={everybody => change(now => ({ ...now, everybody }))}
        />
      )}
      {way?.network === 'mail' && (
        <SpaceBetween size="xxs">
          <CopiesField written={written} onChange={change} />
          <Subject written={written} way={way} onChange={change} />
        </SpaceBetween>
      )}
    </SpaceBetween>
  )
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

/** Under the words: where they are kept, what the network makes of them, and what goes along. */
export function Under({ answer, checked }: { answer: Answer; checked: Checked | undefined }) {
  const { written, change, draft, files } = answer
  return (
    <>
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
        <WithIt actions={written.actions} onWithout={() => change(now => ({ ...now, actions: undefined }))} />
      )}
    </>
  )
}

function WithIt({ actions, onWithout }: { actions: NonNullable<Written['actions']>; onWithout: () => void }) {
  const say = useSay()
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <Actions actions={actions} />
      <Button variant="inline-icon" iconName="close" ariaLabel={say('macro.without')} onClick={onWithout} />
    </SpaceBetween>
  )
}

/** What stands between the answer and the customer: another version of it, what was held, what failed. */
export function InTheWay({ answer: { written, draft, sending, replies, place } }: { answer: Answer }) {
  return (
    <>
      {draft.conflict && <DraftConflict here={written.text} standing={draft.conflict} onSettle={draft.settle} />}
      <Held
        refusals={sending.held}
        replies={replies}
        entries={place.entries}
        onDismiss={sending.dismiss}
        onSendAnyway={() => sending.send(waiving(sending.held))}
      />
      {sending.failure !== '' && (
        <Box color="text-status-error">
          <span role="alert">{sending.failure}</span>
        </Box>
      )}
    </>
  )
}

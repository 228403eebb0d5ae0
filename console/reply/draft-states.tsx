import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Draft } from '../client/api.ts'
import type { StandingDraft } from '../client/problem.ts'
import { actorText } from '../entries/actor-text.ts'
import { Moment } from '../words/moment.tsx'
import { useSay } from '../words/words.ts'
import type { Keeping } from './use-kept-draft.ts'

/** Where what is written is kept. */
export function KeepingLine({ keeping }: { keeping: Keeping }) {
  const say = useSay()
  return <span className="quiet keeping">{keeping === 'nothing' ? '' : say(`draft.${keeping}`)}</span>
}

export type ConflictProps = {
  here: string
  standing: StandingDraft
  onSettle: (text: string, standing: StandingDraft) => void
}

/** The draft became something else meanwhile: both are shown, and the writer says which goes on. */
export function DraftConflict({ here, standing, onSettle }: ConflictProps) {
  const say = useSay()
  const who = actorText(standing.updatedBy, say)
  return (
    <div role="alert">
      <Alert type="warning" header={say('draft.conflict', { who })}>
        <SpaceBetween size="xs">
          <div className="both">
            <section aria-label={say('draft.theirs')}>
              <strong>{say('draft.theirs')}</strong> <Moment at={standing.updatedAt} style="clock" />
              <p dir="auto">{standing.text}</p>
            </section>
            <section aria-label={say('draft.yours')}>
              <strong>{say('draft.yours')}</strong>
              <p dir="auto">{here}</p>
            </section>
          </div>
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={() => onSettle(here, standing)}>{say('draft.keep-yours')}</Button>
            <Button onClick={() => onSettle(standing.text, standing)}>{say('draft.take-theirs')}</Button>
            <Button onClick={() => onSettle(`${standing.text}\n\n${here}`, standing)}>{say('draft.take-both')}</Button>
          </SpaceBetween>
        </SpaceBetween>
      </Alert>
    </div>
  )
}

/** What colleagues are writing here; their words can be taken over. */
export function OthersDrafts({ drafts, onTake }: { drafts: readonly Draft[]; onTake: (text: string) => void }) {
  const say = useSay()
  return drafts.map(({ author, authorName, text, updatedAt }) => (
    <ExpandableSection
      key={author}
      variant="footer"
      headerText={
        <>
          {say('draft.other', { who: actorText(authorName, say) })} · <Moment at={updatedAt} />
        </>
      }
    >
      <div className="words" dir="auto">
        <p>{text}</p>
      </div>
      <Button onClick={() => onTake(text)}>{say('draft.take-over')}</Button>
    </ExpandableSection>
  ))
}

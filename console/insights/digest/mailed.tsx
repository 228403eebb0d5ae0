import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useConsole } from '../../app/console-context.ts'
import { Failed } from '../../states/states.tsx'
import { Moment } from '../../words/moment.tsx'
import { type Say, useSay } from '../../words/words.ts'
import { useSavedReports } from '../saved/use-saved-reports.ts'
import { Waiting } from '../waiting.tsx'
import { MailForm } from './mail-form.tsx'
import { useRhythmText } from './rhythm.ts'
import { type Mailed, useChangeDigests, useDigests } from './use-digests.ts'

/** What one is mailed: to have more of it, to end it, to have it again. */
export function MailedToMe({ department }: { department: string | undefined }) {
  const say = useSay()
  const list = useDigests()
  const { address, items = [] } = list.data ?? {}
  return (
    <Container
      header={
        <Header variant="h2" {...(address !== undefined && { description: say('digest.to', { address }) })}>
          {say('digest.by-mail')}
        </Header>
      }
    >
      {list.error && <Failed error={list.error} what={say('digest.by-mail')} onRetry={() => void list.refetch()} />}
      <Waiting answer={list} />
      {list.data && (
        <SpaceBetween size="m">
          {address === undefined ? (
            <Alert type="info">{say('digest.no-address')}</Alert>
          ) : (
            <MailForm {...{ department }} />
          )}
          <ul className="mailed" aria-label={say('digest.by-mail')}>
            {items.map(one => (
              <Line key={one.id} mailed={one} />
            ))}
          </ul>
        </SpaceBetween>
      )}
    </Container>
  )
}

function Line({ mailed }: { mailed: Mailed }) {
  const say = useSay()
  const { api } = useConsole()
  const change = useChangeDigests()
  const written = useRhythmText()
  const { saved } = useSavedReports()
  const { id, what, nextAt, last } = mailed
  const view = what.kind === 'view' ? saved.find(one => one.id === what.view)?.name : undefined
  const name = what.kind === 'view' ? (view ?? what.view) : departmentText(what.department, say)
  return (
    <li>
      <div>
        <strong>{name}</strong> · {written(mailed)}
        <div className="quiet">
          {nextAt === undefined ? say('digest.stopped') : say('digest.next')} {nextAt && <Moment at={nextAt} />}
          {last && (
            <>
              {' · '}
              {say(`digest.last.${last.outcome}`)} <Moment at={last.at} />
            </>
          )}
        </div>
      </div>
      <SpaceBetween direction="horizontal" size="xs">
        {nextAt === undefined && (
          <Button
            ariaLabel={`${say('digest.resume')}: ${name}`}
            onClick={() => void change(api.resumeDigest(id), say('digest.resumed'))}
          >
            {say('digest.resume')}
          </Button>
        )}
        <Button
          ariaLabel={`${say('digest.end')}: ${name}`}
          onClick={() => void change(api.removeDigest(id), say('digest.ended'))}
        >
          {say('digest.end')}
        </Button>
      </SpaceBetween>
    </li>
  )
}

/** Whose digest it is. */
export const departmentText = (department: string | undefined, say: Say): string =>
  department === undefined ? say('digest.everybody') : say('digest.of', { department })

import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import ContentLayout from '@cloudscape-design/components/content-layout'
import Header from '@cloudscape-design/components/header'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useConsole, useMay } from '../../app/console-context.ts'
import { useGo } from '../../app/router.tsx'
import type { Digest } from '../../client/api.ts'
import { useTeams } from '../../data/people.ts'
import { MailFrame } from '../../original/mail-frame.tsx'
import { Failed } from '../../states/states.tsx'
import { useSay, useWords } from '../../words/words.ts'
import { Chosen } from '../report/chosen.tsx'
import { Waiting } from '../waiting.tsx'
import { spanText } from '../write-value.ts'
import { MailedToMe } from './mailed.tsx'
import '../../original/original.css'
import '../insights.css'

const lengths = ['1', '7', '28'] as const

/** What changed by more than chance, as it will be mailed: how it looks, and its text. */
export function DigestScreen() {
  const { say, language } = useWords()
  const go = useGo()
  const may = useMay()
  const { api } = useConsole()
  const search = useSearch({ from: '/insights/digest' })
  const days = lengths.find(one => one === search.days) ?? '7'
  const department = typeof search.department === 'string' ? search.department : undefined
  const ask = { days: Number(days), language, ...(department !== undefined && { department }) }
  const digest = useQuery({ queryKey: ['digest', ask], queryFn: ({ signal }) => api.digest(ask, signal) })
  const show = (changed: { days?: string; department?: string }) => {
    const shown = Object.entries({ days, ...(department !== undefined && { department }), ...changed })
    go(`/insights/digest?${new URLSearchParams(shown.filter(([, value]) => value !== ''))}`, 'replace')
  }
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={say('digest.about')}>
          {say('digest.title')}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <fieldset className="report-tools">
          <legend className="insights-heard">{say('insights.tools')}</legend>
          <SegmentedControl
            label={say('insights.period')}
            selectedId={days}
            options={lengths.map(id => ({ id, text: say(`digest.days.${id}`) }))}
            onChange={({ detail }) => show({ days: detail.selectedId })}
          />
          <DepartmentField department={department} onChoose={one => show({ department: one })} />
        </fieldset>
        {digest.error && (
          <Failed error={digest.error} what={say('digest.title')} onRetry={() => void digest.refetch()} />
        )}
        <Waiting answer={digest} />
        {digest.data && <MailPreview digest={digest.data} />}
        {may('digests') && <MailedToMe department={department} />}
      </SpaceBetween>
    </ContentLayout>
  )
}

/** The mail in a frame, and its text. */
function MailPreview({ digest }: { digest: Digest }) {
  const { say, language } = useWords()
  return (
    <Container
      header={
        <Header variant="h2" description={spanText(digest.period, language)}>
          {digest.subject}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <MailFrame
          contact=""
          name={digest.subject}
          original={{ html: digest.html, text: digest.text, cut: false, parts: [] }}
        />
        <details>
          <summary>{say('digest.text')}</summary>
          <Box variant="pre">{digest.text}</Box>
        </details>
      </SpaceBetween>
    </Container>
  )
}

/** Whose digest is looked at: everybody's, or that of one of the departments that teams are of. */
function DepartmentField({
  department = '',
  onChoose,
}: {
  department?: string | undefined
  onChoose: (one: string) => void
}) {
  const say = useSay()
  const { data: teams = [] } = useTeams()
  const known = [...teams.flatMap(team => team.department ?? []), ...(department === '' ? [] : [department])]
  const departments = [...new Set(known)].toSorted()
  return (
    <Chosen
      label={say('digest.for')}
      options={['', ...departments].map(one => ({ value: one, label: one === '' ? say('digest.everybody') : one }))}
      chosen={department}
      onChoose={onChoose}
    />
  )
}

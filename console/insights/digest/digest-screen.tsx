import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import ContentLayout from '@cloudscape-design/components/content-layout'
import Header from '@cloudscape-design/components/header'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useConsole } from '../../app/console-context.ts'
import { useGo } from '../../app/router.tsx'
import { MailFrame } from '../../original/mail-frame.tsx'
import { Failed } from '../../states/states.tsx'
import { useWords } from '../../words/words.ts'
import { Waiting } from '../waiting.tsx'
import { spanText } from '../write-value.ts'
import '../../original/original.css'
import '../insights.css'

const lengths = ['1', '7', '28'] as const

/** What changed by more than chance, as it will be mailed: how it looks, and its text. */
export function DigestScreen() {
  const { say, language } = useWords()
  const go = useGo()
  const { api } = useConsole()
  const search = useSearch({ from: '/insights/digest' })
  const days = lengths.find(one => one === search.days) ?? '7'
  const digest = useQuery({
    queryKey: ['digest', days],
    queryFn: ({ signal }) => api.digest({ days: Number(days) }, signal),
  })
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={say('digest.about')}>
          {say('digest.title')}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <SegmentedControl
          label={say('insights.period')}
          selectedId={days}
          options={lengths.map(id => ({ id, text: say(`digest.days.${id}`) }))}
          onChange={({ detail }) => go(`/insights/digest?days=${detail.selectedId}`, 'replace')}
        />
        {digest.error && (
          <Failed error={digest.error} what={say('digest.title')} onRetry={() => void digest.refetch()} />
        )}
        <Waiting answer={digest} />
        {digest.data && (
          <Container
            header={
              <Header variant="h2" description={spanText(digest.data.period, language)}>
                {digest.data.subject}
              </Header>
            }
          >
            <SpaceBetween size="m">
              <MailFrame
                contact=""
                name={digest.data.subject}
                original={{ html: digest.data.html, text: digest.data.text, cut: false, parts: [] }}
              />
              <details>
                <summary>{say('digest.text')}</summary>
                <Box variant="pre">{digest.data.text}</Box>
              </details>
            </SpaceBetween>
          </Container>
        )}
      </SpaceBetween>
    </ContentLayout>
  )
}

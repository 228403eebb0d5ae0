import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ContentLayout from '@cloudscape-design/components/content-layout'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useConsole, useMay } from '../../app/console-context.ts'
import { useGo } from '../../app/router.tsx'
import { Empty, Failed } from '../../states/states.tsx'
import { useSay } from '../../words/words.ts'
import { type Asked, addressOf, askedSchema, queryOf, todayIn } from '../asked.ts'
import { KindField, PeriodFields } from '../report/report-tools.tsx'
import { useCatalogue } from '../use-report.ts'
import { Waiting } from '../waiting.tsx'
import { ContentDialog } from './content-dialog.tsx'
import { IdeaCard } from './idea-card.tsx'
import { saveIdeas } from './save-ideas.ts'
import '../insights.css'

/** What customers ask most, in their words, the answers they were given, and whether we publish anything about it. */
export function IdeasScreen() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const asked = askedSchema.parse(useSearch({ from: '/insights/content-ideas' }))
  const ask = (changed: Partial<Asked>) => go(addressOf('content-ideas', { ...asked, ...changed }), 'replace')
  const ideas = useIdeas(asked)
  const [editing, setEditing] = useState(false)
  const items = ideas.data?.items ?? []
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={say('ideas.about')}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {may('setContent') && <Button onClick={() => setEditing(true)}>{say('ideas.content')}</Button>}
              <Button iconName="download" disabled={items.length === 0} onClick={() => saveIdeas(items)}>
                CSV
              </Button>
            </SpaceBetween>
          }
        >
          {say('ideas.title')}
        </Header>
      }
    >
      <Box>
        <SpaceBetween size="l">
          <fieldset className="report-tools">
            <legend className="insights-heard">{say('insights.tools')}</legend>
            <PeriodFields asked={asked} report={undefined} onAsk={ask} />
            <KindField asked={asked} onAsk={ask} />
          </fieldset>
          {ideas.error && <Failed error={ideas.error} what={say('ideas.title')} onRetry={() => void ideas.refetch()} />}
          <Waiting answer={ideas} />
          {ideas.data && items.length === 0 && <Empty title={say('ideas.none')}>{say('ideas.none-about')}</Empty>}
          {items.map(idea => (
            <IdeaCard key={idea.topic} idea={idea} asked={asked} />
          ))}
        </SpaceBetween>
      </Box>
      {editing && <ContentDialog onDismiss={() => setEditing(false)} />}
    </ContentLayout>
  )
}

function useIdeas(asked: Asked) {
  const { api } = useConsole()
  const { data: catalogue } = useCatalogue()
  const { from, to, kind } = queryOf(asked, todayIn(catalogue?.timezone ?? 'UTC', Date.now()))
  return useQuery({
    queryKey: ['content-ideas', { from, to, kind }],
    queryFn: ({ signal }) => api.contentIdeas({ from, to, kind, limit: 10 }, signal),
    enabled: catalogue !== undefined,
  })
}

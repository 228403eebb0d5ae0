import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import ContentLayout from '@cloudscape-design/components/content-layout'
import Header from '@cloudscape-design/components/header'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSearch } from '@tanstack/react-router'
import { useMay } from '../../app/console-context.ts'
import { useFollow, useGo } from '../../app/router.tsx'
import { ScreenMissing } from '../../app/screen-failed.tsx'
import type { ReportDescription } from '../../client/api.ts'
import { Failed } from '../../states/states.tsx'
import { useSay, useWords } from '../../words/words.ts'
import { type Asked, addressOf, askedSchema, queryOf, todayIn } from '../asked.ts'
import { NoContacts } from '../no-contacts.tsx'
import { PeriodFields } from '../report/report-tools.tsx'
import { useTexts } from '../texts/texts.ts'
import { useCatalogue, useReport } from '../use-report.ts'
import { Waiting } from '../waiting.tsx'
import { spanText, zoneText } from '../write-value.ts'
import { Tile } from './tile.tsx'
import { tiles } from './tiles.ts'
import { TopicLines } from './topic-lines.tsx'
import '../insights.css'

/** How it goes at a glance, and the way to every report. */
export function InsightsScreen() {
  const say = useSay()
  const may = useMay()
  const catalogue = useCatalogue()
  if (!may('reports')) return <ScreenMissing />
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={say('insights.about')}>
          {say('insights.title')}
        </Header>
      }
    >
      {catalogue.error && !catalogue.data && (
        <Failed error={catalogue.error} what={say('insights.title')} onRetry={() => void catalogue.refetch()} />
      )}
      <Waiting answer={catalogue} />
      {catalogue.data && (
        <Box>
          <Overview items={catalogue.data.items} zone={catalogue.data.timezone} />
        </Box>
      )}
    </ContentLayout>
  )
}

function Overview({ items, zone }: { items: readonly ReportDescription[]; zone: string }) {
  const { say, language } = useWords()
  const go = useGo()
  const { period, from, to } = askedSchema.parse(useSearch({ from: '/insights' }))
  const asked: Asked = { period, from, to }
  const query = { ...queryOf(asked, todayIn(zone, Date.now())), by: 'all' as const }
  const volume = useReport('volume', query)
  const isEmpty = volume.data?.totals.every(({ n }) => n === 0) === true
  const shown = tiles.filter(({ report }) => items.some(({ name }) => name === report))
  return (
    <SpaceBetween size="l">
      <fieldset className="report-tools">
        <legend className="insights-heard">{say('insights.tools')}</legend>
        <PeriodFields
          asked={asked}
          report={volume.data}
          onAsk={changed => go(addressOf('', { ...asked, ...changed }), 'replace')}
        />
      </fieldset>
      {volume.data && (
        <p className="report-span" role="status">
          {say('insights.span', { span: spanText(volume.data.period, language), zone: zoneText(zone) })}
          {volume.data.before && ` ${say('insights.compared', { span: spanText(volume.data.before, language) })}`}
        </p>
      )}
      {isEmpty ? (
        <NoContacts />
      ) : (
        <ul className="tiles" aria-label={say('insights.figures')}>
          {shown.map(tile => (
            <Tile
              key={tile.figure}
              {...tile}
              query={query}
              href={addressOf(tile.report, { ...asked, figure: tile.figure })}
            />
          ))}
        </ul>
      )}
      {!isEmpty && items.some(({ name }) => name === 'topics') && <TopicLines asked={asked} query={query} />}
      <AllReports items={items} asked={asked} />
    </SpaceBetween>
  )
}

function AllReports({ items, asked }: { items: readonly ReportDescription[]; asked: Asked }) {
  const say = useSay()
  const follow = useFollow()
  const texts = useTexts()
  return (
    <Container header={<Header variant="h2">{say('insights.all')}</Header>}>
      <ul className="report-list">
        {items.map(texts.description).map(({ name, title, definition }) => (
          <li key={name}>
            <Link href={addressOf(name, asked)} onFollow={follow} fontSize="heading-s">
              {title}
            </Link>
            <p className="quiet">{firstSentence(definition)}</p>
          </li>
        ))}
      </ul>
    </Container>
  )
}

const firstSentence = (text: string): string => /^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text

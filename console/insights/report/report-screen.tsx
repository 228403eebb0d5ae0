import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group'
import Button from '@cloudscape-design/components/button'
import ContentLayout from '@cloudscape-design/components/content-layout'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useParams, useSearch } from '@tanstack/react-router'
import { useConsole, useMay } from '../../app/console-context.ts'
import { useFollow, useGo } from '../../app/router.tsx'
import { ScreenMissing } from '../../app/screen-failed.tsx'
import type { Report, ReportDescription } from '../../client/api.ts'
import { Empty, Failed } from '../../states/states.tsx'
import { useSay } from '../../words/words.ts'
import { type Asked, addressOf, askedSchema, queryOf, todayIn } from '../asked.ts'
import { useLabels } from '../labels.ts'
import { SavedReportsMenu } from '../saved/saved-reports-menu.tsx'
import { useTexts } from '../texts/texts.ts'
import { useCatalogue, useReport } from '../use-report.ts'
import { Waiting } from '../waiting.tsx'
import { ReportBody } from './report-body.tsx'
import { ReportTools } from './report-tools.tsx'
import { saveCsv } from './save-csv.ts'
import '../insights.css'

/** One report of the catalogue, as its address asks for it. */
export function ReportScreen() {
  const say = useSay()
  const may = useMay()
  const { report: name } = useParams({ from: '/insights/$report' })
  const catalogue = useCatalogue()
  const description = catalogue.data?.items.find(one => one.name === name)
  if (!may('report')) return <ScreenMissing />
  if (catalogue.error && !catalogue.data)
    return <Failed error={catalogue.error} what={say('insights.title')} onRetry={() => void catalogue.refetch()} />
  if (!catalogue.data) return <Waiting answer={catalogue} />
  if (description === undefined) return <ScreenMissing />
  return <OneReport key={name} description={description} zone={catalogue.data.timezone} />
}

function OneReport({ description, zone }: { description: ReportDescription; zone: string }) {
  const say = useSay()
  const go = useGo()
  const texts = useTexts()
  const { name } = description
  const asked = askedSchema.parse(useSearch({ from: '/insights/$report' }))
  const askable = name !== 'campaign-effect' || asked.campaign !== undefined
  const answer = useReport(name, queryOf(asked, todayIn(zone, Date.now())), askable)
  const report = answer.data && texts.report(answer.data)
  const labels = useLabels(report?.by ?? 'all')
  const ask = (changed: Partial<Asked>) => go(addressOf(name, { ...asked, ...changed }), 'replace')
  const { title, definition } = texts.description(description)
  return (
    <ContentLayout
      breadcrumbs={<Crumbs title={title} />}
      header={
        <Header
          variant="h1"
          description={definition}
          actions={<Actions report={answer.data} name={name} asked={asked} />}
        >
          {title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <ReportTools
          {...{ description, report, asked }}
          onAsk={ask}
          value={asked.value === undefined ? undefined : (valueLabel(report) ?? labels.value(asked.value))}
        />
        {answer.error && <Failed error={answer.error} what={title} onRetry={() => void answer.refetch()} />}
        {!askable && <Empty title={say('insights.which-campaign')}>{say('insights.which-campaign-about')}</Empty>}
        <Waiting answer={answer} />
        {report && !answer.error && (
          <ReportBody {...{ report, labels, asked }} onAsk={ask} stale={answer.isPlaceholderData} />
        )}
      </SpaceBetween>
    </ContentLayout>
  )
}

/** What the only value is called, where its own rows say so. */
const valueLabel = (report: Report | undefined): string | undefined => report?.rows.find(({ label }) => label)?.label

function Crumbs({ title }: { title: string }) {
  const say = useSay()
  const follow = useFollow()
  return (
    <BreadcrumbGroup
      items={[
        { text: say('insights.title'), href: '/insights' },
        { text: title, href: '' },
      ]}
      onFollow={follow}
      ariaLabel={say('insights.where')}
    />
  )
}

/** To take along, to print, and to pass on. */
function Actions({ report, name, asked }: { report: Report | undefined; name: string; asked: Asked }) {
  const say = useSay()
  const { toasts } = useConsole()
  const share = async () => {
    await navigator.clipboard.writeText(location.href)
    toasts.show({ kind: 'success', text: say('insights.copied') })
  }
  return (
    <div className="report-actions">
      <SpaceBetween direction="horizontal" size="xs">
        <SavedReportsMenu report={name} asked={asked} />
        <Button iconName="share" onClick={() => void share()}>
          {say('saved.share')}
        </Button>
        <Button iconName="file" onClick={() => window.print()}>
          {say('insights.print')}
        </Button>
        <Button iconName="download" disabled={report === undefined} onClick={() => report && saveCsv(report)}>
          CSV
        </Button>
      </SpaceBetween>
    </div>
  )
}

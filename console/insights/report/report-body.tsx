import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Report, ReportFigure, ReportRow } from '../../client/api.ts'
import { useWords } from '../../words/words.ts'
import { type Asked, addressOf } from '../asked.ts'
import { byText, type Labels, partsOf } from '../labels.ts'
import { NoContacts } from '../no-contacts.tsx'
import { Excerpts } from '../topics/excerpts.tsx'
import { TopicDetail } from '../topics/topic-detail.tsx'
import { spanText, zoneText } from '../write-value.ts'
import { FigureCards } from './figure-cards.tsx'
import { HeatMatrix } from './heat-matrix.tsx'
import { ReportChart } from './report-chart.tsx'
import { ReportTable } from './report-table.tsx'

type BodyProps = {
  report: Report
  labels: Labels
  asked: Asked
  onAsk: (changed: Partial<Asked>) => void
  /** Whether this is still the answer to what was asked before. */
  stale: boolean
}

/** The figures of a report, one of them drawn, its rows beneath, and what to know before reading it. */
export function ReportBody({ report, labels, asked, onAsk, stale }: BodyProps) {
  const { say, language } = useWords()
  const figure = report.figures.find(({ id }) => id === asked.figure) ?? firstWithRows(report)
  const isEmpty = report.totals.every(({ n }) => n === 0) && report.rows.every(({ n }) => n === 0)
  return (
    <Box>
      <div className={stale ? 'stale' : ''} aria-busy={stale}>
        <SpaceBetween size="l">
          <p className="report-span" role="status">
            {say('insights.span', { span: spanText(report.period, language), zone: zoneText(report.timezone) })}
            {report.before && ` ${say('insights.compared', { span: spanText(report.before, language) })}`}
          </p>
          {isEmpty ? (
            <NoContacts />
          ) : (
            <FigureCards
              report={report}
              value={asked.value}
              chosen={figure?.id ?? ''}
              onChoose={id => onAsk({ figure: id })}
            />
          )}
          {report.notes.length > 0 && (
            <Alert type="info" header={say('insights.notes')}>
              <ul className="notes">
                {report.notes.map(note => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            </Alert>
          )}
          {report.name === 'topics' && asked.value !== undefined && <OneTopic id={asked.value} />}
          {!isEmpty && figure && <OneFigure {...{ report, figure, labels, asked }} />}
          <p className="quiet report-source">{say('insights.source', { source: report.source })}</p>
        </SpaceBetween>
      </div>
    </Box>
  )
}

function OneTopic({ id }: { id: string }) {
  return (
    <SpaceBetween size="l">
      <TopicDetail id={id} />
      <Excerpts topic={id} />
    </SpaceBetween>
  )
}

const firstWithRows = ({ figures, rows }: Report): ReportFigure | undefined =>
  figures.find(({ id }) => rows.some(row => row.figure === id && row.value !== undefined)) ?? figures[0]

type FigureProps = { report: Report; figure: ReportFigure; labels: Labels; asked: Asked }

function OneFigure({ report, figure, labels, asked }: FigureProps) {
  const { say } = useWords()
  const rows = report.rows.filter(row => row.figure === figure.id)
  const [down = '', across = ''] = partsOf(report.by)
  const isMatrix = across !== '' && rows.every(({ period, other }) => period === undefined && other !== undefined)
  return (
    <Container
      header={
        <Header variant="h2" description={figure.definition}>
          {figure.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {isMatrix && rows.length > 0 ? (
          <HeatMatrix {...{ figure, rows, labels }} down={byText(down, say)} across={byText(across, say)} />
        ) : rows.length === 1 ? null : (
          <ReportChart {...{ report, figure, rows, labels }} />
        )}
        <ReportTable {...{ report, figure, rows, labels }} drill={drillOf(report, asked)} />
        {report.left > 0 && <p className="quiet">{say('insights.left', { count: report.left })}</p>}
      </SpaceBetween>
    </Container>
  )
}

/** From a value of a dimension to this value alone, day by day; there is nothing beneath a pair, or beneath all. */
function drillOf(report: Report, asked: Asked) {
  const canDrill =
    report.name !== 'campaign-effect' &&
    report.by !== 'all' &&
    partsOf(report.by).length === 1 &&
    asked.value === undefined
  const hasDays = report.name !== 'topics' && report.name !== 'workload-forecast'
  return ({ key, other }: ReportRow): string | undefined =>
    canDrill && other === undefined && report.chart !== 'matrix'
      ? addressOf(report.name, {
          ...asked,
          by: asked.by,
          value: key,
          grain: hasDays ? 'day' : undefined,
        })
      : undefined
}

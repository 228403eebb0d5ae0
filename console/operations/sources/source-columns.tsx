import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { ListedSource } from '../../client/api.ts'
import { Moment } from '../../words/moment.tsx'
import { type Say, useSay, useWords } from '../../words/words.ts'
import { Named } from '../list/cells.tsx'
import type { Column } from '../list/list-screen.tsx'

export const sourceColumns = (say: Say): Column<ListedSource>[] => [
  {
    id: 'source',
    header: say('ops.source'),
    isRowHeader: true,
    minWidth: 180,
    cell: ({ id, kind, configured }) => (
      <>
        <Named place="sources" id={id} />
        <div className="quiet">
          {say(`ops.source-kind.${kind}`)} {!configured && <Badge color="grey">{say('ops.source.unset')}</Badge>}
        </div>
      </>
    ),
  },
  { id: 'last', header: say('ops.source.last'), minWidth: 190, cell: source => <LastReceived source={source} /> },
  {
    id: 'lag',
    header: say('ops.source.lag'),
    minWidth: 120,
    cell: ({ health }) => (health === undefined ? '–' : <Lag lagMs={health.lagMs} />),
  },
  { id: 'gaps', header: say('ops.source.gaps'), minWidth: 200, cell: source => <Gaps source={source} /> },
  {
    id: 'for',
    header: say('ops.source.for'),
    minWidth: 160,
    cell: ({ brand, department }) => (
      <>
        {brand}
        <div className="quiet">{department}</div>
      </>
    ),
  },
]

const silentMs = 24 * 3_600_000

function LastReceived({ source: { health } }: { source: ListedSource }) {
  const say = useSay()
  if (health === undefined) return <StatusIndicator type="pending">{say('ops.source.never')}</StatusIndicator>
  const silent = Date.now() - Date.parse(health.lastReceivedAt) > silentMs
  return (
    <StatusIndicator type={silent ? 'warning' : 'success'}>
      <Moment at={health.lastReceivedAt} />
    </StatusIndicator>
  )
}

/** What takes longer than this from its receipt to the timeline is late. */
const lateMs = 60_000

function Lag({ lagMs }: { lagMs: number }) {
  const { say, language } = useWords()
  const number = new Intl.NumberFormat(language)
  const seconds = lagMs < 10_000 ? Math.round(lagMs / 100) / 10 : Math.round(lagMs / 1000)
  return (
    <Box color={lagMs > lateMs ? 'text-status-warning' : 'inherit'}>
      {seconds < 120
        ? say('ops.seconds', { count: number.format(seconds) })
        : say('ops.minutes', { count: Math.round(seconds / 60) })}
    </Box>
  )
}

function Gaps({ source: { health } }: { source: ListedSource }) {
  const say = useSay()
  const [latest, ...older] = health?.gaps ?? []
  if (latest === undefined) return <span>{health === undefined ? '–' : say('ops.source.no-gaps')}</span>
  return (
    <>
      <Moment at={latest.from} /> – <Moment at={latest.to} />
      {older.length > 0 && <div className="quiet">{say('ops.source.more-gaps', { count: older.length })}</div>}
    </>
  )
}

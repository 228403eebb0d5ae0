import Box from '@cloudscape-design/components/box'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { TableProps } from '@cloudscape-design/components/table'
import type { useFollow } from '../app/router.tsx'
import type { ConversationRow } from '../client/api.ts'
import type { useNames } from '../data/people.ts'
import { Moment } from '../words/moment.tsx'
import { type Say, useSay } from '../words/words.ts'
import { isBreaching } from './views.ts'
import { Why } from './why.tsx'

/** A row as the list shows it; `gone`: somebody else's act took it out of the list that is on the screen. */
export type ShownRow = ConversationRow & { gone: boolean }

type Columns = TableProps.ColumnDefinition<ShownRow>[]
type Shown = {
  say: Say
  follow: ReturnType<typeof useFollow>
  names: ReturnType<typeof useNames>
}

/** What a row says: whose matter it is and what it is about, why it stands where it stands, and who has it. */
export const queueColumns = (shown: Shown): Columns => [
  matterColumn(shown, row => <Matter row={row} />),
  { id: 'why', header: shown.say('queue.column.why'), minWidth: 180, cell: row => <Why row={row} /> },
  { id: 'due', header: shown.say('queue.column.due'), minWidth: 170, cell: row => <Due row={row} /> },
  {
    id: 'has',
    header: shown.say('queue.column.has'),
    minWidth: 140,
    cell: row => <Has row={row} names={shown.names} />,
  },
]

/** The same below each other, where there is no room beside. */
export const narrowColumns = (shown: Shown): Columns => [
  matterColumn(shown, row => (
    <SpaceBetween size="xxs">
      <Matter row={row} />
      <Why row={row} />
      <Due row={row} />
      <Has row={row} names={shown.names} />
    </SpaceBetween>
  )),
]

const matterColumn = ({ say, follow }: Shown, below: (row: ShownRow) => React.ReactNode): Columns[number] => ({
  id: 'matter',
  header: say('queue.column.matter'),
  isRowHeader: true,
  minWidth: 220,
  cell: row => (
    <div data-row={row.id} className={row.gone ? 'gone' : ''}>
      <Link href={`/conversations/${row.id}`} onFollow={follow} fontSize="body-m">
        <span dir="auto">{row.title}</span>
      </Link>
      {row.gone && (
        <Box variant="small" color="text-status-info">
          {say('queue.gone')}
        </Box>
      )}
      {below(row)}
    </div>
  ),
})

function Matter({ row }: { row: ConversationRow }) {
  const say = useSay()
  return (
    <div className="quiet">
      {row.name !== undefined && <span dir="auto">{row.name} · </span>}
      {row.channels.map(channel => say(`channel.${channel}`)).join(', ')}
      {row.contacts > 1 && ` · ${say('queue.contacts', { count: row.contacts })}`}
    </div>
  )
}

function Due({ row }: { row: ConversationRow }) {
  const say = useSay()
  const soon = isBreaching(row, Date.now())
  return (
    <SpaceBetween size="xxxs">
      {row.dueAt === undefined ? (
        <span>{say('queue.not-due')}</span>
      ) : (
        <StatusIndicator type={row.late ? 'error' : soon ? 'warning' : 'pending'}>
          {row.late && `${say('queue.late')} `}
          <Moment at={row.dueAt} />
        </StatusIndicator>
      )}
      {row.waitingSince !== undefined && (
        <Box variant="small" color="text-body-secondary">
          {say('queue.waits')} <Moment at={row.waitingSince} />
        </Box>
      )}
    </SpaceBetween>
  )
}

function Has({ row, names }: { row: ConversationRow; names: Shown['names'] }) {
  const say = useSay()
  return (
    <SpaceBetween size="xxxs">
      <span>{row.assignee === undefined ? say('queue.nobody') : names.agent(row.assignee)}</span>
      {row.team !== undefined && (
        <Box variant="small" color="text-body-secondary">
          {names.team(row.team)}
        </Box>
      )}
    </SpaceBetween>
  )
}

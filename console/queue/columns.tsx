import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { TableProps } from '@cloudscape-design/components/table'
import type { useFollow } from '../app/router.tsx'
import type { ConversationRow } from '../client/api.ts'
import type { useNames } from '../data/people.ts'
import { Moment } from '../words/moment.tsx'
import { Reason } from '../words/reason.tsx'
import { type Say, useSay } from '../words/words.ts'
import { isBreaching } from './views.ts'

type Columns = TableProps.ColumnDefinition<ConversationRow>[]

/** What a row says: whose matter it is and what it is about, why it stands where it stands, and who has it. */
export const queueColumns = (
  say: Say,
  follow: ReturnType<typeof useFollow>,
  names: ReturnType<typeof useNames>,
): Columns => [
  {
    id: 'matter',
    header: say('queue.column.matter'),
    isRowHeader: true,
    minWidth: 260,
    cell: row => (
      <div data-row={row.id}>
        <Link href={`/conversations/${row.id}`} onFollow={follow} fontSize="body-m">
          <span dir="auto">{row.title}</span>
        </Link>
        <div className="quiet">
          {row.name !== undefined && <span dir="auto">{row.name} · </span>}
          {row.channels.map(channel => say(`channel.${channel}`)).join(', ')}
          {row.contacts > 1 && ` · ${say('queue.contacts', { count: row.contacts })}`}
        </div>
      </div>
    ),
  },
  { id: 'why', header: say('queue.column.why'), minWidth: 180, cell: row => <Why row={row} /> },
  { id: 'due', header: say('queue.column.due'), minWidth: 170, cell: row => <Due row={row} /> },
  {
    id: 'has',
    header: say('queue.column.has'),
    minWidth: 140,
    cell: row => (
      <SpaceBetween size="xxxs">
        <span>{row.assignee === undefined ? say('queue.nobody') : names.agent(row.assignee)}</span>
        {row.team !== undefined && (
          <Box variant="small" color="text-body-secondary">
            {names.team(row.team)}
          </Box>
        )}
      </SpaceBetween>
    ),
  },
]

/** Why the row stands here: its priority, the reason that the API gives, and what makes it more than usual. */
function Why({ row }: { row: ConversationRow }) {
  const say = useSay()
  return (
    <SpaceBetween size="xxxs">
      {(row.priority === 'urgent' || row.priority === 'high') && (
        <Badge color={row.priority === 'urgent' ? 'red' : 'blue'}>{say(`priority.${row.priority}`)}</Badge>
      )}
      {row.reason !== undefined && (
        <span>
          <Reason text={row.reason} />
        </span>
      )}
      {row.repeats > 0 && (
        <Box variant="small" color="text-status-warning">
          {say('queue.repeats', { count: row.repeats })}
        </Box>
      )}
      {row.tags.length > 0 && (
        <Box variant="small" color="text-body-secondary">
          {row.tags.map(tag => `#${tag}`).join(' ')}
        </Box>
      )}
    </SpaceBetween>
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

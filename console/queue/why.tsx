import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ConversationRow } from '../client/api.ts'
import { Reason, WithMoments } from '../words/reason.tsx'
import { type Say, useSay } from '../words/words.ts'

/** Why the row stands here: its priority, the reason that the API gives, what is due, and what makes it more than usual. */
export function Why({ row }: { row: ConversationRow }) {
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
      <Box variant="small" color={row.reason === undefined ? 'inherit' : 'text-body-secondary'}>
        <WithMoments text={placeOf(row, say)} />
      </Box>
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

type Place = Pick<ConversationRow, 'dueAt' | 'dueFor' | 'late' | 'status' | 'lastAt'>

/** What a list is ordered by, in words: what is due when; else whose turn it is. */
export function placeOf({ dueAt: at, dueFor, late, status, lastAt }: Place, say: Say): string {
  if (at === undefined || dueFor === undefined)
    return say(status === 'waiting-customer' ? 'why.waiting' : 'why.quiet', { at: lastAt })
  switch (dueFor) {
    case 'firstResponse':
    case 'nextResponse':
    case 'resolution':
      return late ? say(`why.late.${dueFor}`, { at }) : say(`why.${dueFor}`, { at })
    case 'promise':
    case 'callback':
    case 'wakes':
      return say(`why.${dueFor}`, { at })
    default:
      return dueFor satisfies never
  }
}

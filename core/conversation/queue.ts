import type { Priority } from '../clock/policy.ts'
import { channels } from '../contact/contact.ts'
import type { ConversationStatus } from './conversation.ts'
import type { Row } from './row.ts'
import type { ConversationStore, RowList, RowPosition } from './store.ts'

/** What a queue shows. Null stands for those that have none: unassigned, without a team. */
export type QueueQuery = {
  status: ConversationStatus
  assignee?: string | null
  team?: string | null
  channel?: Row['channel'] | undefined
  tag?: string | undefined
  priority?: Priority | undefined
  brand?: string | undefined
}

export type QueuePage = { rows: Row[]; next?: RowPosition }

/** No page reads more rows than this, whatever it filters by: then it is shorter, and says that more may follow. */
const mostRead = 300

/**
 * A page of a queue, what is due first first. A status with a person, a team or a channel is one Query on its index; a
 * status alone is one for each channel, merged; anything more filters the rows of the narrowest of these.
 */
export async function readQueue(
  store: Pick<ConversationStore, 'rows'>,
  query: QueueQuery,
  limit: number,
  after?: RowPosition,
): Promise<QueuePage> {
  const lists = listsOf(query)
  const each = Math.min(limit + 1, Math.floor(mostRead / lists.length))
  const found: Placed[] = []
  let position = after
  for (let read = 0; read + each * lists.length <= mostRead; read += each * lists.length) {
    const batch = await readBatch(store, lists, each, position)
    found.push(...batch.rows.filter(({ row }) => matches(row, query)))
    if (found.length > limit) return cut(found, limit)
    if (batch.next === undefined) return { rows: found.map(({ row }) => row) }
    position = batch.next
  }
  return { rows: found.map(({ row }) => row), ...(position && { next: position }) }
}

type Placed = { row: Row; position: RowPosition }

function cut(found: Placed[], limit: number): QueuePage {
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return { rows: page.map(({ row }) => row), ...(last && { next: last.position }) }
}

/** Rows of all lists in one order, as far as all lists were read. */
async function readBatch(
  store: Pick<ConversationStore, 'rows'>,
  lists: RowList[],
  each: number,
  after: RowPosition | undefined,
): Promise<{ rows: Placed[]; next?: RowPosition }> {
  const read = await Promise.all(lists.map(list => store.rows(list, each, after)))
  const ends = read.flatMap(rows => (rows.length === each ? (rows.at(-1)?.position ?? []) : []))
  const end = ends.sort(inOrder)[0]
  const rows = read.flat().sort((a, b) => inOrder(a.position, b.position))
  if (end === undefined) return { rows }
  return { rows: rows.filter(({ position }) => inOrder(position, end) <= 0), next: end }
}

const inOrder = (a: RowPosition, b: RowPosition): number => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0)

function listsOf({ status, assignee, team, channel }: QueueQuery): RowList[] {
  if (assignee !== undefined) return [{ status, by: 'assignee', value: assignee ?? undefined }]
  if (team !== undefined) return [{ status, by: 'team', value: team ?? undefined }]
  return (channel === undefined ? channels : [channel]).map(value => ({ status, by: 'channel', value }))
}

/** Unassigned work of everybody is the widest list of all; a team's or a channel's own rows say as much. */
const matches = (row: Row, { assignee, team, channel, tag, priority, brand }: QueueQuery): boolean =>
  (assignee === undefined || (row.assignee ?? null) === assignee) &&
  (team === undefined || (row.team ?? null) === team) &&
  (channel === undefined || row.channel === channel) &&
  (tag === undefined || row.tags.includes(tag)) &&
  (priority === undefined || row.priority === priority) &&
  (brand === undefined || row.brand === brand)

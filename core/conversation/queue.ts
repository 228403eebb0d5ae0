import type { Priority } from '../clock/policy.ts'
import { channels } from '../contact/contact.ts'
import type { ConversationStatus } from './conversation.ts'
import { type Network, networkOf } from './network.ts'
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
  network?: Network | undefined
  /** Only matters in which the customer said something there, wherever they spoke last. */
  said?: Row['channel'] | undefined
  /** Only what is late, or due by this time. */
  dueBy?: string | undefined
}

export type QueuePage = { rows: Row[]; next?: RowPosition }

/** No page reads more rows than this, whatever it filters by: then it is shorter, and says that more may follow. */
const mostRead = 300

/**
 * A page of a queue, what is due first first. A status with a person, a team or a channel is one Query on its index; a
 * status alone is one for each channel, merged; anything more filters the rows of the narrowest of these, in two trips
 * at most. `dueBy` is a bound on the keys of the same Queries: what is due later is not read.
 */
export async function readQueue(
  store: Pick<ConversationStore, 'rows'>,
  query: QueueQuery,
  limit: number,
  after?: RowPosition,
): Promise<QueuePage> {
  const lists = listsOf(query)
  const most = Math.floor(mostRead / lists.length)
  const found: Placed[] = []
  let position = after
  for (const each of isFiltered(query, lists) ? batchesOf(most) : [Math.min(limit + 1, most)]) {
    const batch = await readBatch(store, { lists, dueBy: query.dueBy }, each, position)
    found.push(...batch.rows.filter(({ row }) => matches(row, query)))
    if (found.length > limit) return cut(found, limit)
    if (batch.next === undefined) return { rows: found.map(({ row }) => row) }
    position = batch.next
  }
  return { rows: found.map(({ row }) => row), ...(position && { next: position }) }
}

type Placed = { row: Row; position: RowPosition }

/** A third of what may be read often holds a page; where it does not, the rest is read at once. */
const batchesOf = (most: number): number[] => [Math.floor(most / 3), most - Math.floor(most / 3)]

/** Whether rows of the lists may not match. */
const isFiltered = ({ status: _status, dueBy: _dueBy, ...wanted }: QueueQuery, lists: RowList[]): boolean =>
  Object.values(wanted).filter(value => value !== undefined).length > (lists.length === 1 ? 1 : 0)

function cut(found: Placed[], limit: number): QueuePage {
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return { rows: page.map(({ row }) => row), ...(last && { next: last.position }) }
}

/** Rows of all lists in one order, as far as all lists were read. */
async function readBatch(
  store: Pick<ConversationStore, 'rows'>,
  { lists, dueBy }: { lists: RowList[]; dueBy: string | undefined },
  each: number,
  after: RowPosition | undefined,
): Promise<{ rows: Placed[]; next?: RowPosition }> {
  const read = await Promise.all(lists.map(list => store.rows(list, each, after, dueBy)))
  const ends = read.flatMap(rows => (rows.length === each ? (rows.at(-1)?.position ?? []) : []))
  const end = ends.sort(inOrder)[0]
  const rows = read.flat().sort((a, b) => inOrder(a.position, b.position))
  if (end === undefined) return { rows }
  return { rows: rows.filter(({ position }) => inOrder(position, end) <= 0), next: end }
}

const inOrder = (a: RowPosition, b: RowPosition): number => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0)

/** Unassigned work of everybody is the widest list of all, then work without a team: whatever names one is narrower. */
function listsOf({ status, assignee, team, channel }: QueueQuery): RowList[] {
  if (typeof assignee === 'string') return [{ status, by: 'assignee', value: assignee }]
  if (typeof team === 'string') return [{ status, by: 'team', value: team }]
  if (channel !== undefined) return [{ status, by: 'channel', value: channel }]
  if (team === null) return [{ status, by: 'team', value: undefined }]
  if (assignee === null) return [{ status, by: 'assignee', value: undefined }]
  return channels.map(value => ({ status, by: 'channel', value }))
}

const matches = (row: Row, { assignee, team, channel, said, tag, priority, brand, network }: QueueQuery): boolean =>
  (assignee === undefined || (row.assignee ?? null) === assignee) &&
  (team === undefined || (row.team ?? null) === team) &&
  (channel === undefined || row.channel === channel) &&
  (said === undefined || row.channels.includes(said)) &&
  (tag === undefined || row.tags.includes(tag)) &&
  (priority === undefined || row.priority === priority) &&
  (brand === undefined || row.brand === brand) &&
  (network === undefined || networkOf(row) === network)

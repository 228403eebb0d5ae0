import { expect, test } from 'vitest'
import { rowItem } from '../../adapters/dynamodb/conversation-items.ts'
import { conversationStore } from '../../adapters/dynamodb/conversation-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { channels } from '../../core/contact/contact.ts'
import { type QueueQuery, readQueue } from '../../core/conversation/queue.ts'
import type { Row } from '../../core/conversation/row.ts'
import type { RowList, RowPosition } from '../../core/conversation/store.ts'

const minute = (n: number) => new Date(Date.UTC(2026, 2, 2) + n * 60_000).toISOString()

const row = (n: number, differing: Partial<Row> = {}): Row => ({
  ...{ v: 1, id: String(n).padStart(32, '0'), anchor: 'email:alice@example.com', title: `matter ${n}` },
  ...{ brand: 'main', department: 'service', status: 'open', priority: 'normal', tags: [], channel: 'email' },
  ...{ channels: ['email'], contacts: 1, openedAt: minute(n), lastAt: minute(n), dueAt: minute(n), late: false },
  ...{ repeats: 0, ...differing },
})

/** A queue of these rows that remembers which lists were read, and how many rows each trip gave. */
async function queueOf(rows: Row[]) {
  const table = memoryTable()
  await table.putAll(rows.map(rowItem))
  const store = conversationStore(table)
  const lists: RowList[] = []
  let read = 0
  const counted: typeof store.rows = async (list, limit, after, dueBy) => {
    lists.push(list)
    const found = await store.rows(list, limit, after, dueBy)
    read += found.length
    return found
  }
  return {
    lists,
    rowsRead: () => read,
    page: (query: QueueQuery, after?: RowPosition) => readQueue({ rows: counted }, query, 25, after),
  }
}

const open = { status: 'open' } as const

test('what nobody has of a team, or on a channel, is read from the list of the team or the channel', async () => {
  const rows = [row(1, { team: 'care' }), row(2, { team: 'care', assignee: 'kim' }), row(3), row(4, { team: 'it' })]
  const { lists, page } = await queueOf(rows)
  const ofTeam = await page({ ...open, assignee: null, team: 'care' })
  expect(ofTeam.rows.map(({ title }) => title)).toEqual(['matter 1'])
  const onChannel = await page({ ...open, assignee: null, channel: 'email' })
  expect(onChannel.rows.map(({ title }) => title)).toEqual(['matter 1', 'matter 3', 'matter 4'])
  await page({ ...open, assignee: null })
  await page({ ...open, assignee: 'kim', team: 'care' })
  await page({ ...open, assignee: null, team: null })
  expect(lists.map(({ by, value }) => [by, value])).toEqual([
    ['team', 'care'],
    ['channel', 'email'],
    ['assignee', undefined],
    ['assignee', 'kim'],
    ['team', undefined],
  ])
})

test('a rare tag is looked for in two trips and at most 300 rows, and the page says that more may follow', async () => {
  const rows = Array.from({ length: 400 }, (_, n) => row(n, n === 250 ? { tags: ['vip'] } : {}))
  const { lists, rowsRead, page } = await queueOf(rows)
  const found = await page({ ...open, channel: 'email', tag: 'vip' })
  expect(found.rows.map(({ title }) => title)).toEqual(['matter 250'])
  expect(found.next).toMatchObject({ id: row(299).id })
  expect([lists.length, rowsRead()]).toEqual([2, 300])
})

test('over all channels too, and the pages together hold every row once', async () => {
  const rows = Array.from({ length: 700 }, (_, n) =>
    row(n, { channel: channels[n % 3] ?? 'web', tags: n % 90 === 0 ? ['vip'] : [] }),
  )
  const { lists, page } = await queueOf(rows)
  const seen: string[] = []
  let after: RowPosition | undefined
  let pages = 0
  do {
    const found = await page({ ...open, tag: 'vip' }, after)
    seen.push(...found.rows.map(({ title }) => title))
    after = found.next
    pages++
  } while (after !== undefined)
  expect(seen).toEqual([0, 90, 180, 270, 360, 450, 540, 630].map(n => `matter ${n}`))
  expect(lists.length).toBeLessThanOrEqual(2 * channels.length * pages)
})

test('a page without a filter is read at once, one row more than it shows', async () => {
  const { lists, rowsRead, page } = await queueOf(Array.from({ length: 60 }, (_, n) => row(n, { assignee: 'kim' })))
  const found = await page({ ...open, assignee: 'kim' })
  expect(found.rows).toHaveLength(25)
  expect(found.next).toMatchObject({ id: row(24).id })
  expect([lists.length, rowsRead()]).toEqual([1, 26])
})

test('what is late or due soon is read alone, whatever else waits in the queue', async () => {
  const rows = [
    ...Array.from({ length: 400 }, (_, n) => row(100 + n, { channel: channels[n % 6] ?? 'web' })),
    ...Array.from({ length: 30 }, (_, n) => row(n, { channel: channels[n % 6] ?? 'web' })),
    row(900, { urgentSince: minute(800), dueAt: minute(900) }),
    row(901, { dueAt: undefined }),
  ]
  const { rowsRead, page } = await queueOf(rows)
  const first = await page({ ...open, dueBy: minute(29) })
  const rest = await page({ ...open, dueBy: minute(29) }, first.next)
  const titles = [...first.rows, ...rest.rows].map(({ title }) => title)
  expect(titles).toEqual(['matter 900', ...Array.from({ length: 30 }, (_, n) => `matter ${n}`)])
  expect(rest.next).toBeUndefined()
  expect(rowsRead()).toBeLessThan(70)
})

test('what was said in public is found where the customer went on in private, too', async () => {
  const rows = [
    row(1, { channel: 'message', channels: ['social', 'message'] }),
    row(2),
    row(3, { channel: 'social', channels: ['social'] }),
  ]
  const { page } = await queueOf(rows)
  expect((await page({ ...open, said: 'social' })).rows.map(({ title }) => title)).toEqual(['matter 1', 'matter 3'])
})

import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import type { Contact } from '../../core/contact/contact.ts'
import { remove } from '../../core/timeline/remove.ts'
import { alice, bob, mail } from '../timeline/contacts.ts'
import { makeStack, type Stack } from './stack.ts'

const pageSchema = z.object({
  items: z.array(z.object({ id: z.string(), sortAt: z.string(), asserted: z.boolean() })),
  cursor: z.string().optional(),
  newer: z.string().optional(),
})

const minute = (n: number) => `2026-03-01T09:${String(n).padStart(2, '0')}:00.000Z`
const at = (n: number, differing: Partial<Contact> = {}) =>
  mail(`mail ${n}`, { occurredAt: minute(n), receivedAt: minute(n), ...differing })

let stack: Stack
let path: string
beforeEach(async () => {
  stack = makeStack()
  for (let n = 0; n < 7; n++) await stack.receive(at(n, n % 3 === 0 ? { channel: 'web' } : {}))
  path = `/v1/customers/${await stack.customerOf(alice)}/timeline`
})

const read = async (query: string) => {
  const answer = await stack.call('GET', `${path}?${query}`)
  expect(answer.status).toBe(200)
  return pageSchema.parse(answer.body)
}

const times = (page: z.infer<typeof pageSchema>) => page.items.map(({ sortAt }) => sortAt)

test('entries are contacts in the normal form, newest first, with identifiers as people read them', async () => {
  const { body } = await stack.call('GET', `${path}?limit=1`)
  const { v: _v, from: _from, evidence: _evidence, ...plain } = at(6, { channel: 'web' })
  const shown = { ...alice, display: 'alice@example.com' }
  expect(body).toMatchObject({
    items: [
      {
        type: 'contact',
        ...plain,
        sortAt: minute(6),
        asserted: false,
        from: { identifier: shown, name: 'Alice' },
      },
    ],
  })
})

test.each([1, 2, 3, 6, 7, 8])('pages of %i show every entry once, and no cursor after the last', async limit => {
  const seen: string[] = []
  let page = await read(`limit=${limit}`)
  seen.push(...times(page))
  while (page.cursor !== undefined) {
    page = await read(`limit=${limit}&cursor=${page.cursor}`)
    expect(page.items.length).toBeGreaterThan(0)
    seen.push(...times(page))
  }
  expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map(minute))
})

test('new entries between pages neither repeat nor lose older ones', async () => {
  const first = await read('limit=3')
  await stack.receive(at(30))
  expect(times(await read(`limit=3&cursor=${first.cursor}`))).toEqual([3, 2, 1].map(minute))
})

test('filters by channel and by time, both ends included', async () => {
  expect(times(await read('channel=web'))).toEqual([6, 3, 0].map(minute))
  expect(times(await read(`since=${minute(2)}&until=${minute(4)}`))).toEqual([4, 3, 2].map(minute))
  expect(times(await read('since=2026-03-01T10:05:00%2B01:00'))).toEqual([6, 5].map(minute))
  expect(times(await read('since=2026-03-01&until=2026-03-01'))).toHaveLength(7)
  expect(times(await read('since=2026-03-02'))).toEqual([])
})

test('a cursor from before since is an empty last page', async () => {
  const { cursor } = await read('limit=5')
  expect(await read(`cursor=${cursor}&since=${minute(4)}`)).toEqual({ items: [] })
})

test('a deleted contact says when, and nothing of what was said', async () => {
  await remove(stack.deps.timeline, { contactId: at(6).id, deletedAt: '2026-03-03T00:00:00.000Z' })
  const { body } = await stack.call('GET', `${path}?limit=1`)
  expect(body).toMatchObject({ items: [{ deletedAt: '2026-03-03T00:00:00.000Z', text: '' }] })
})

test.each([
  'limit=0',
  'limit=101',
  'limit=1.5',
  'limit=many',
  'channel=fax',
  'since=yesterday',
  'since=2026-02-30',
  'since=2026-03-02&until=2026-03-01',
  'cursor=',
  'newer=',
  'entry=',
  'entry=a&cursor=b',
  'chanel=web',
])('%s is refused', async query => {
  expect(await stack.call('GET', `${path}?${query}`)).toMatchObject({
    status: 422,
    body: { errors: [{ field: expect.stringMatching(/^query/) }] },
  })
})

const cursorOf = (position: unknown) => Buffer.from(JSON.stringify(position)).toString('base64url')

test.each([
  'abc',
  cursorOf(null),
  cursorOf([]),
  cursorOf({}),
  cursorOf({ sortAt: minute(1) }),
  cursorOf({ sortAt: 'yesterday', entryId: 'a' }),
  cursorOf({ sortAt: minute(1), entryId: '' }),
  cursorOf({ sortAt: minute(1), entryId: 'ä' }),
  cursorOf({ sortAt: minute(1), entryId: 'a', stream: 'email:bob@example.com' }),
  cursorOf({ seq: 1 }),
])('the cursor %s, which nobody was given, is refused', async cursor => {
  expect(await stack.call('GET', `${path}?cursor=${cursor}`)).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'query.cursor' }] },
  })
})

test('any position as a cursor shows the older part of this timeline and nothing else', async () => {
  const position = fc.record({
    sortAt: fc.integer({ min: 0, max: 9 }).map(minute),
    entryId: fc.stringMatching(/^[!-}]{1,9}$/),
  })
  const all = await read('')
  await fc.assert(
    fc.asyncProperty(position, async ({ sortAt, entryId }) => {
      const page = await read(`cursor=${cursorOf({ sortAt, entryId })}`)
      const older = all.items.filter(item => item.sortAt < sortAt || (item.sortAt === sortAt && item.id < entryId))
      expect(page.items).toEqual(older)
    }),
    { numRuns: 60 },
  )
})

test('from any page on, what is newer is read as well, newest first, until nothing is', async () => {
  const { cursor } = await read('limit=5')
  const older = await read(`limit=2&cursor=${cursor}`)
  expect(times(older)).toEqual([1, 0].map(minute))
  const newer = await read(`limit=3&newer=${older.newer}`)
  expect(times(newer)).toEqual([4, 3, 2].map(minute))
  const newest = await read(`limit=3&newer=${newer.newer}`)
  expect(times(newest)).toEqual([6, 5].map(minute))
  expect(newest.newer).toBeUndefined()
  expect(times(await read(`cursor=${newer.cursor}`))).toEqual([1, 0].map(minute))
  expect(times(await read(`channel=web&newer=${older.newer}`))).toEqual([6, 3].map(minute))
  expect(times(await read(`newer=${older.newer}&until=${minute(3)}`))).toEqual([3, 2].map(minute))
})

test('begins at a contact of this customer, with a way to what is newer, or says that it is none of theirs', async () => {
  const page = await read(`limit=2&entry=${at(4).id}`)
  expect(times(page)).toEqual([4, 3].map(minute))
  expect(times(await read(`newer=${page.newer}`))).toEqual([6, 5].map(minute))
  const ofBob = await stack.receive(at(8, { from: { identifier: bob }, evidence: [] }))
  for (const id of [ofBob.id, 'nothing'])
    expect((await stack.call('GET', `${path}?entry=${encodeURIComponent(id)}`)).status).toBe(404)
})

test('a day before the first contact is empty, and leads to what is newer', async () => {
  const page = await read('until=2026-02-28')
  expect(page.items).toEqual([])
  expect(times(await read(`limit=2&newer=${page.newer}`))).toEqual([1, 0].map(minute))
})

test('everybody has their own mark of what they have read, which never moves back', async () => {
  const mark = path.replace('/timeline', '/reading-mark')
  const put = (upTo: string) => stack.call('PUT', mark, { body: { upTo } })
  expect((await stack.call('GET', mark)).body).toEqual({})
  expect((await put(minute(4))).body).toEqual({ upTo: minute(4) })
  expect((await put(minute(2))).body).toEqual({ upTo: minute(4) })
  expect((await put('2027-01-01T00:00:00Z')).body).toEqual({ upTo: stack.clock.now })
  expect((await stack.call('GET', mark)).body).toEqual({ upTo: stack.clock.now })
  expect((await stack.call('GET', '/v1/customers/nobody/reading-mark')).status).toBe(404)
})

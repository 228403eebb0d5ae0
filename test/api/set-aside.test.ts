import { expect, test } from 'vitest'
import * as z from 'zod'
import { type SetAside, setAsideId } from '../../core/record/set-aside.ts'
import { makeStack, operator } from './stack.ts'

const at = (second: number) => `2026-03-01T10:00:0${second}.000Z`

const item = (second: number, differing: Partial<SetAside> = {}): SetAside => {
  const object = `payloads/mail/support/2026-03-01/${second}`
  return {
    v: 1,
    id: setAsideId(at(second), object, 0),
    at: at(second),
    stage: 'parse',
    reason: 'the mail has no header',
    rawRef: { object, offset: 0, length: 12 },
    source: 'support',
    format: 'mail',
    message: JSON.stringify({ v: 1, object }),
    replays: 0,
    ...differing,
  }
}

test('pages list everything once, newest first, with reason and place but not the message', async () => {
  const { call, deps } = makeStack()
  for (const second of [2, 5, 1, 4, 3]) await deps.setAside.write(item(second))
  const pageSchema = z.object({ items: z.array(z.looseObject({ at: z.string() })), cursor: z.string().optional() })
  const listed: unknown[] = []
  let cursor = ''
  do {
    const page = pageSchema.parse((await call('GET', `/v1/set-aside?limit=2${cursor}`, { groups: operator })).body)
    listed.push(...page.items)
    cursor = page.cursor === undefined ? '' : `&cursor=${page.cursor}`
  } while (cursor !== '')
  expect(listed).toEqual(
    [5, 4, 3, 2, 1].map(second => {
      const { v: _v, message: _message, ...shown } = item(second)
      return shown
    }),
  )
})

test.each([
  ['parse', 'record'],
  ['record', 'record'],
  ['split', 'split'],
] as const)(
  'what was set aside at %s goes back to the %s queue, and stays until it is understood',
  async (stage, queue) => {
    const { call, deps, replayed } = makeStack()
    const { id } = item(1)
    await deps.setAside.write(item(1, { stage }))
    const path = `/v1/set-aside/${id}/replay`
    expect(await call('POST', path, { groups: operator })).toMatchObject({ status: 202, body: { id, replays: 1 } })
    expect(await call('POST', path, { groups: operator })).toMatchObject({ body: { replays: 2 } })
    const message = { v: 1, object: 'payloads/mail/support/2026-03-01/1', replayOf: id }
    expect(replayed).toEqual([
      { queue, message },
      { queue, message },
    ])
    expect(await deps.setAside.read(id)).toMatchObject({ replays: 2 })
  },
)

test('an audit record goes back as it was, and leaves the list', async () => {
  const { call, deps, replayed } = makeStack()
  const record = { v: 1, id: 'a', customer: 'cus_a', at: at(1), actor: 'anna', action: 'customer.read' }
  await deps.setAside.write(item(1, { stage: 'audit', message: JSON.stringify(record) }))
  await call('POST', `/v1/set-aside/${item(1).id}/replay`, { groups: operator })
  expect(replayed).toEqual([{ queue: 'audit', message: record }])
  expect(await deps.setAside.list(10)).toEqual([])
})

test('what nobody can read any more is a conflict, not a failure', async () => {
  const { call, deps, replayed } = makeStack()
  await deps.setAside.write(item(1, { message: 'no json' }))
  expect((await call('POST', `/v1/set-aside/${item(1).id}/replay`, { groups: operator })).status).toBe(409)
  expect(replayed).toEqual([])
})

test('replaying what is not there is 404', async () => {
  expect((await makeStack().call('POST', '/v1/set-aside/nothing/replay', { groups: operator })).status).toBe(404)
})

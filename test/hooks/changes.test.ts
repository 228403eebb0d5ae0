import { expect, test } from 'vitest'
import { replyStore } from '../../adapters/dynamodb/reply-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { act } from '../../core/conversation/act.ts'
import { merge } from '../../core/identity/merge.ts'
import type { Reply } from '../../core/reply/reply.ts'
import { retried } from '../../core/reply/transitions.ts'
import { mailAt, mentionAt } from '../conversation/contacts.ts'
import { makeWorld } from '../conversation/world.ts'
import { reply } from '../reply/replies.ts'
import { watchedTable } from '../watched-table.ts'

const company = () => {
  const watched = watchedTable(memoryTable())
  return { ...makeWorld(watched.table), taken: watched.taken }
}

test('a conversation is opened once, and each entry about it is told', async () => {
  const world = company()
  const conversation = await world.receive(mailAt('parcel', '2T11:00', 'My parcel has not arrived'))
  const id = conversation?.id ?? ''
  expect(world.taken().filter(({ type }) => type === 'milestone')).toEqual([
    { v: 1, type: 'milestone', what: 'conversation.opened', id, time: '' },
  ])
  await act(world.deps, id, { do: 'tags', add: ['x'], remove: [] }, { actor: 'bob' })
  const tagged = world.taken()
  expect(tagged.map(({ type }) => type).toSorted()).toEqual(['conversation', 'event'])
  await act(world.deps, id, { do: 'status', status: 'resolved' }, { actor: 'bob' })
  const resolved = world.taken().find(({ type }) => type === 'milestone')
  expect(resolved).toMatchObject({ what: 'conversation.resolved', id })
  const event = tagged.find(({ type }) => type === 'event')
  expect(event).toMatchObject({ stream: conversation?.anchor, sortAt: world.clock.now })
})

test('of two customers that are merged one is told, and who it is now', async () => {
  const world = company()
  const [alice, bob] = [mailAt('a', '2T11:00', 'hello'), mentionAt('b', '2T11:10', 'hello')]
  await world.receive(alice)
  await world.receive(bob)
  world.taken()
  const [one, other] = [await world.customerOf(alice), await world.customerOf(bob)]
  const ids = [one?.id ?? '', other?.id ?? '']
  await merge(world.identity, ids[0] ?? '', ids[1] ?? '', { operationId: 'op-1', by: 'bob', reason: 'she said so' })
  const merged = world.taken().filter(({ type }) => type === 'milestone')
  const now = await world.customerOf(alice)
  expect(merged).toMatchObject([{ what: 'customer.merged', id: ids.find(id => id !== now?.id), into: now?.id }])
})

test('a reply that fails again after a retry is told again', async () => {
  const { table, taken } = watchedTable(memoryTable())
  const replies = replyStore(table)
  const trouble = { code: 'refused', advice: 'Write to another address.', at: '2026-03-02T12:00:00.000Z' }
  const sending = reply({ status: 'sending', tries: 1 })
  await replies.create(sending, 0)
  const failed: Reply = { ...sending, version: 2, status: 'failed', trouble }
  await replies.change(failed, sending, [])
  const waiting = retried(failed, '2026-03-02T13:00:00.000Z')
  if (waiting === undefined) throw new Error('what failed can be sent again')
  await replies.change(waiting, failed, [])
  const again: Reply = { ...waiting, version: waiting.version + 1, status: 'failed', tries: 1, trouble }
  await replies.change(again, waiting, [])
  const told = taken().filter(({ type }) => type === 'milestone')
  expect(told).toMatchObject([
    { what: 'reply.failed', id: sending.id },
    { what: 'reply.failed', id: sending.id },
  ])
})

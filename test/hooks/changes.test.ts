import { expect, test } from 'vitest'
import { memoryTable } from '../../adapters/memory/table.ts'
import { act } from '../../core/conversation/act.ts'
import { merge } from '../../core/identity/merge.ts'
import { mailAt, mentionAt } from '../conversation/contacts.ts'
import { makeWorld } from '../conversation/world.ts'
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

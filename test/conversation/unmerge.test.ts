import { expect, test } from 'vitest'
import { act } from '../../core/conversation/act.ts'
import { followChange } from '../../core/conversation/follow-change.ts'
import { merge } from '../../core/identity/merge.ts'
import { unmerge } from '../../core/identity/unmerge.ts'
import { aliceX, mailAt, mentionAt } from './contacts.ts'
import { makeWorld } from './world.ts'

const parcel = 'My parcel has not been delivered, order number 4471882.'
const by = { operationId: 'op-1', by: 'sam', reason: 'the same person' }

async function mergedWorld() {
  const world = makeWorld()
  const first = mailAt('first', '2T09:00', parcel)
  const post = mentionAt('post', '2T08:00', 'nice shop')
  await world.receive(first)
  await world.receive(post)
  const [mine, theirs] = [await world.customerOf(first), await world.customerOf(post)]
  await merge(world.identity, mine?.id ?? '', theirs?.id ?? '', by)
  return { world, first, post }
}

test('a merge carries conversations along: a contact of one stream joins the matter of the other', async () => {
  const { world, first } = await mergedWorld()
  const again = mentionAt('again', '2T10:00', 'where is order number 4471882')
  expect((await world.receive(again))?.id).toBe((await world.conversationOf(first))?.id)
})

test('an unmerge takes the other side’s contacts into a conversation split from it, with its status and assignee', async () => {
  const { world, first } = await mergedWorld()
  const posts = Array.from({ length: 20 }, (_, n) => mentionAt(`post ${n}`, `2T10:${10 + n}`, 'order number 4471882?'))
  for (const post of posts) await world.receive(post)
  const whole = await world.conversationOf(first)
  expect(whole).toMatchObject({ contacts: 21 })
  await act(world.deps, whole?.id ?? '', { do: 'assign', assignee: 'kim', team: 'care' }, { actor: 'sam' })
  await act(
    world.deps,
    whole?.id ?? '',
    { do: 'status', status: 'waiting-department', department: 'it' },
    { actor: 'sam' },
  )

  const customer = await world.customerOf(first)
  await unmerge(world.identity, customer?.id ?? '', [aliceX], { ...by, operationId: 'op-2' })
  const tell = async () => {
    for (const contact of [first, ...posts.slice(0, 1)]) {
      const one = await world.customerOf(contact)
      await followChange(world.deps, { v: 1, type: 'customer', customer: one?.id ?? '' }, 1)
    }
  }
  await tell()
  const mine = await world.conversationOf(first)
  const theirs = await world.conversationsOf(...posts)
  expect(mine).toMatchObject({ id: whole?.id, contacts: 1, assignee: 'kim', status: 'waiting-department' })
  expect(theirs).toMatchObject([
    {
      splitFrom: whole?.id,
      contacts: 20,
      assignee: 'kim',
      team: 'care',
      status: 'waiting-department',
      waitingFor: 'it',
    },
  ])
  expect(await world.deps.store.contacts(theirs[0]?.id ?? '', 100)).toHaveLength(20)
  await tell()
  expect(await world.conversationsOf(first, ...posts)).toHaveLength(2)

  const later = mentionAt('later', '2T11:00', 'order number 4471882, still?', aliceX)
  expect((await world.receive(later))?.id).toBe(theirs[0]?.id)
})

test('an unmerge takes all contacts of one thread along, which later ones of that thread follow', async () => {
  const { world, first } = await mergedWorld()
  const thread = { id: 'thread', references: [] }
  const posts = ['one', 'two', 'three'].map((name, n) => ({
    ...mentionAt(name, `2T10:1${n}`, 'order number 4471882?'),
    thread,
  }))
  for (const post of posts) await world.receive(post)
  const customer = await world.customerOf(first)
  await unmerge(world.identity, customer?.id ?? '', [aliceX], { ...by, operationId: 'op-2' })
  const mine = await world.customerOf(first)
  await followChange(world.deps, { v: 1, type: 'customer', customer: mine?.id ?? '' }, 1)
  expect(await world.conversationsOf(...posts)).toMatchObject([{ contacts: 3 }])
  const later = { ...mentionAt('later', '3T10:00', 'and now?'), thread }
  expect((await world.receive(later))?.id).toBe((await world.conversationsOf(...posts))[0]?.id)
})

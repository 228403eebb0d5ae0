import { expect, test } from 'vitest'
import { act } from '../../core/conversation/act.ts'
import type { HandOver } from '../../core/conversation/hand-over.ts'
import { join } from '../../core/conversation/restructure.ts'
import { handoverLines } from '../../core/handover/lines.ts'
import { readHandover } from '../../core/handover/read-handover.ts'
import { mailAt } from '../conversation/contacts.ts'
import { makeWorld } from '../conversation/world.ts'

const line = { text: 'Order 4471882 has not been delivered.', entryIds: ['first'] }
const toKim: HandOver = { do: 'hand-over', to: { assignee: 'kim' }, by: 'sam', reason: 'speaks German', lines: [line] }

async function opened() {
  const world = makeWorld()
  const conversation = await world.receive(mailAt('first', '2T09:00', 'My parcel has not been delivered.'))
  const id = conversation?.id ?? ''
  const read = async () => {
    const [found] = await world.deps.store.read([id])
    if (found === undefined) throw new Error('the conversation is gone')
    return found
  }
  return { ...world, id, read, shown: async () => readHandover(world.timeline, await read()) }
}

test('gives it to the person in one change that is told once, and shows what was known', async () => {
  const { deps, id, read, shown, eventsOn } = await opened()
  await act(deps, id, { do: 'assign', assignee: 'lee', team: 'care' }, { actor: 'sam' })
  await act(deps, id, { ...toKim, note: 'call first' }, { actor: 'sam' })
  expect(await read()).toMatchObject({ assignee: 'kim', team: 'care', assignedBy: { actor: 'sam', to: 'kim' } })
  expect(await shown()).toMatchObject({
    by: 'sam',
    reason: 'speaks German',
    assignee: 'kim',
    note: 'call first',
    lines: [line],
  })
  const told = (await eventsOn('email:alice@example.com')).filter(
    event => event.type === 'status' && event.change === 'handed-over',
  )
  expect(told).toMatchObject([{ actor: 'sam', from: 'lee', to: 'kim', mentions: ['kim'], lines: [line] }])
})

test('of two at once both are told, and the one that holds shows its own lines', async () => {
  const { deps, id, read, shown, eventsOn } = await opened()
  const lines = ['one', 'two', 'three', 'four'].map(text => [{ text, entryIds: [] }])
  await Promise.all(
    lines.map((known, n) => act(deps, id, { ...toKim, reason: `${n}`, lines: known }, { actor: 'sam' })),
  )
  const { reason = '' } = (await read()).handover ?? {}
  expect((await shown())?.lines).toEqual(lines[Number(reason)])
  expect(await eventsOn('email:alice@example.com')).toHaveLength(4)
})

test('stays with what another conversation is joined into', async () => {
  const { deps, id, shown, receive } = await opened()
  await act(deps, id, toKim, { actor: 'sam' })
  const other = await receive(mailAt('other', '2T10:00', 'I cannot log in.'))
  await join(deps, id, other?.id ?? '', { actor: 'sam' })
  expect(await shown()).toMatchObject({ reason: 'speaks German', lines: [line] })
})

test('what was never handed over shows none', async () => {
  expect(await (await opened()).shown()).toBeUndefined()
})

test('lines say what the brief says and where it comes from, and no more than an entry holds', () => {
  const brief = Array.from({ length: 30 }, (_, n) => ({
    ...{ kind: 'told' as const, text: `${n} ${'x'.repeat(3000)}`, facts: [] },
    entryIds: Array.from({ length: 300 }, (_, at) => `entry ${at}`),
  }))
  const lines = handoverLines(brief)
  expect(lines).toHaveLength(20)
  for (const { text, entryIds } of lines) expect([text.length, entryIds.length]).toEqual([2000, 100])
  expect(handoverLines([{ kind: 'who', text: 'Alice, customer since 2026.', facts: [], entryIds: ['a'] }])).toEqual([
    { text: 'Alice, customer since 2026.', entryIds: ['a'] },
  ])
})

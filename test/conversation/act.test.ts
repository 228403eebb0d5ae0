import { describe, expect, test } from 'vitest'
import { act } from '../../core/conversation/act.ts'
import { fireClocks } from '../../core/conversation/fire-clocks.ts'
import { keepCounts } from '../../core/conversation/keep-counts.ts'
import { join, split, undo } from '../../core/conversation/restructure.ts'
import { answerAt, mailAt } from './contacts.ts'
import { makeWorld } from './world.ts'

const sam = { actor: 'sam' }
const parcel = 'My parcel has not been delivered.'

async function opened(name = 'first', time = '2T09:00', text = parcel) {
  const world = makeWorld()
  const contact = mailAt(name, time, text)
  const conversation = await world.receive(contact)
  if (conversation === undefined) throw new Error('the contact opened nothing')
  const read = async () => (await world.deps.store.read([conversation.id]))[0]
  return { ...world, contact, id: conversation.id, read }
}

describe('acting on a conversation', () => {
  test('changes it and leaves an entry with who, when and why on the timeline', async () => {
    const { deps, id, eventsOn } = await opened()
    await act(deps, id, { do: 'assign', assignee: 'kim', team: 'care' }, { ...sam, reason: 'speaks German' })
    await act(deps, id, { do: 'tags', add: ['vip'], remove: [] }, sam)
    await act(deps, id, { do: 'priority', priority: 'urgent' }, sam)
    const conversation = await act(deps, id, { do: 'assign', assignee: null }, sam)
    expect(conversation?.conversation).toMatchObject({ team: 'care', tags: ['vip'], priority: 'urgent' })
    expect(conversation?.conversation.assignee).toBeUndefined()
    const told = (await eventsOn('email:alice@example.com')).map(event => event.type === 'status' && event.change)
    expect(told.toSorted()).toEqual(['assigned', 'assigned', 'priority', 'tags', 'team'])
  })

  test('what changes nothing writes nothing', async () => {
    const { deps, id, read, eventsOn } = await opened()
    const before = await read()
    await act(deps, id, { do: 'priority', priority: 'normal' }, sam)
    expect(await read()).toEqual(before)
    expect(await eventsOn('email:alice@example.com')).toEqual([])
  })

  test('of many who act at once nobody’s act is lost', async () => {
    const { deps, id, read } = await opened()
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => act(deps, id, { do: 'tags', add: [`t${n}`], remove: [] }, sam)),
    )
    expect((await read())?.tags.toSorted()).toEqual(Array.from({ length: 10 }, (_, n) => `t${n}`))
  })
})

describe('time', () => {
  test('a clock that ran out while nothing ran fires at the next call, once', async () => {
    const { deps, clock, read, eventsOn } = await opened()
    clock.now = '2026-03-09T09:00:00.000Z'
    expect(await fireClocks(deps)).toBe(1)
    expect(await fireClocks(deps)).toBe(0)
    expect(await read()).toMatchObject({ priority: 'high' })
    const told = (await eventsOn('email:alice@example.com')).map(
      event => event.type === 'status' && [event.change, event.to],
    )
    expect(told).toEqual(
      expect.arrayContaining([
        ['breached', 'firstResponse'],
        ['breached', 'resolution'],
        ['priority', 'high'],
      ]),
    )
    expect((await deps.store.rows({ status: 'open', by: 'channel', value: 'email' }, 10))[0]?.row.late).toBe(true)
  })

  test('what is late goes to the team that is there for it', async () => {
    const world = await opened()
    const deps = { ...world.deps, escalateTo: async (team: string) => (team === 'care' ? 'leads' : undefined) }
    await act(deps, world.id, { do: 'assign', team: 'care' }, sam)
    world.clock.now = '2026-03-09T09:00:00.000Z'
    await fireClocks(deps)
    expect(await world.read()).toMatchObject({ team: 'leads' })
  })

  test('an answer in time stops the clock of the first response', async () => {
    const { deps, clock, receive, contact, read } = await opened()
    await receive(answerAt('answer', '2T09:30', 'We look into it.', contact))
    clock.now = '2026-03-03T12:00:00.000Z'
    expect(await fireClocks(deps)).toBe(0)
    expect(await read()).toMatchObject({
      status: 'waiting-customer',
      clocks: { stand: { firstResponse: { metBy: 'answer' } } },
    })
  })

  test('what was snoozed comes back at its time', async () => {
    const { deps, clock, id, read } = await opened()
    await act(deps, id, { do: 'status', status: 'snoozed', until: '2026-03-04T09:00:00.000Z' }, sam)
    clock.now = '2026-03-04T08:59:59.000Z'
    expect(await fireClocks(deps)).toBe(0)
    clock.now = '2026-03-04T09:00:30.000Z'
    expect(await fireClocks(deps)).toBe(1)
    expect(await read()).toMatchObject({ status: 'open', since: '2026-03-04T09:00:00.000Z' })
    expect((await read())?.snoozedUntil).toBeUndefined()
  })
})

describe('splitting and joining', () => {
  test('a split takes contacts out, and undoing it brings them back', async () => {
    const { deps, id, contact, receive, read, conversationOf } = await opened()
    const second = mailAt('second', '2T09:05', `Again: ${parcel}`)
    await receive(second)
    const done = await split(deps, id, [second.id], sam)
    if ('refused' in done) throw new Error(done.refused)
    expect(await read()).toMatchObject({ contacts: 1 })
    expect(await conversationOf(second)).toMatchObject({ id: done.other.id, splitFrom: id, contacts: 1 })
    const undone = await undo(deps, id, sam)
    expect(undone).toMatchObject({
      conversation: { id, contacts: 2, joined: [done.other.id] },
      other: { joinedInto: id },
    })
    expect(await conversationOf(contact)).toMatchObject({ id, contacts: 2 })
  })

  test('a join shows both as one, and undoing it gives the two back as they were', async () => {
    const { deps, id, receive, read } = await opened()
    const other = await receive(mailAt('other', '2T10:00', 'I cannot log in.'))
    const before = [await read(), other]
    const joined = await join(deps, id, other?.id ?? '', sam)
    expect(joined).toMatchObject({ conversation: { contacts: 2, joined: [other?.id] }, other: { joinedInto: id } })
    const rows = await deps.store.rows({ status: 'open', by: 'channel', value: 'email' }, 10)
    expect(rows.map(({ row }) => row.id)).toEqual([id])
    await undo(deps, id, sam)
    const after = await deps.store.read([id, other?.id ?? ''])
    const plain = (one: (typeof after)[number] | undefined) => ({ ...one, version: 0, clocks: undefined })
    expect(after.map(plain).toSorted((a, b) => ((a.openedAt ?? '') < (b.openedAt ?? '') ? -1 : 1))).toEqual(
      before.map(plain),
    )
  })

  test('what cannot be done is refused and changes nothing', async () => {
    const { deps, id, contact, read } = await opened()
    const before = await read()
    expect(await split(deps, id, [contact.id], sam)).toEqual({ refused: 'nothing-left' })
    expect(await split(deps, id, ['nobody'], sam)).toEqual({ refused: 'not-its-contacts' })
    expect(await join(deps, id, id, sam)).toEqual({ refused: 'same-conversation' })
    expect(await join(deps, id, 'nobody', sam)).toEqual({ refused: 'not-found' })
    expect(await undo(deps, id, sam)).toEqual({ refused: 'nothing-to-undo' })
    expect(await read()).toEqual(before)
  })
})

describe('counts', () => {
  test('follow every change once, however often and in whatever order they are told', async () => {
    const { deps, id } = await opened()
    const tell = () => keepCounts(deps, { v: 1, type: 'conversation', id })
    await Promise.all([tell(), tell(), tell()])
    await act(deps, id, { do: 'assign', assignee: 'kim' }, sam)
    await act(deps, id, { do: 'status', status: 'resolved' }, sam)
    await Promise.all([tell(), tell()])
    const counts = Object.entries(await deps.store.counts()).filter(([, n]) => n !== 0)
    expect(Object.fromEntries(counts)).toEqual({
      resolved: 1,
      'resolved assignee:kim': 1,
      'resolved team:': 1,
      'resolved channel:email': 1,
    })
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { conversationStore } from '../../adapters/dynamodb/conversation-store.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { contactId } from '../../core/contact/contact-id.ts'
import { act } from '../../core/conversation/act.ts'
import { nothingWritten } from '../../core/conversation/store.ts'
import { type EventEntry, type Position, positionOf } from '../../core/timeline/entry.ts'
import { alicePhone, callAt, mailAt } from '../conversation/contacts.ts'
import { makeWorld } from '../conversation/world.ts'
import { engines, type StartedTable } from '../engines.ts'

const stream = 'email:alice@example.com'
const minute = (n: number) => new Date(Date.UTC(2026, 2, 2, 8) + n * 60_000).toISOString()

/** A note at a minute; several may be left in one. */
const noteAt = (conversation: string, n: number, name: string): EventEntry => ({
  ...{ type: 'event', entryId: contactId('note', name), place: { stream, sortAt: minute(n) } },
  event: { v: 1, type: 'note', at: minute(n), actor: 'sam', conversation, text: name, mentions: [] },
})

describe.each(engines)('what a conversation holds, on $name', engine => {
  let started: StartedTable
  beforeAll(async () => {
    started = await engine.start()
  })
  afterAll(() => started.stop())

  test('is read newest first, contacts and notes in one order, and paged is unpaged', async () => {
    const world = makeWorld(started.table)
    const store = conversationStore(started.table)
    const first = await world.receive(mailAt('first', '2T09:00', 'My parcel has not been delivered.'))
    await world.receive(mailAt('second', '2T09:30', 'My parcel is still not delivered.'))
    const id = first?.id ?? ''
    const events = [10, 60, 60, 60, 75, 90, 95].map((n, at) => noteAt(id, n, `note ${at}`))
    await store.commit({ ...nothingWritten, events })
    const all = await store.entries(id, 100)
    expect(all).toHaveLength(9)
    const positions = all.map(positionOf).map(({ sortAt, entryId }) => `${sortAt} ${entryId}`)
    expect(positions).toEqual(positions.toSorted().reverse())
    expect((await store.contacts(id, 100)).map(one => one.contactId)).toHaveLength(2)
    for (const limit of [1, 2, 4]) {
      const seen: string[] = []
      let before: Position | undefined
      do {
        const page = await store.entries(id, limit, before)
        seen.push(...page.map(({ entryId }) => entryId))
        before = page.length === limit ? page.map(positionOf).at(-1) : undefined
      } while (before)
      expect(seen).toEqual(all.map(({ entryId }) => entryId))
    }
    const read = await timelineStore(started.table, () => 0).readEntries(all)
    expect(read.map(({ entryId }) => entryId).toSorted()).toEqual(all.map(({ entryId }) => entryId).toSorted())
  })

  test('a call that was asked for is found by the number, in one transaction with what asked for it', async () => {
    const world = makeWorld(started.table)
    const [bob, phone] = ['bob@example.com', { ...alicePhone, value: '+442079460077' }]
    const from = { identifier: { type: 'email', value: bob } } as const
    const opened = await world.receive(mailAt('of bob', '2T09:00', 'Call me.', { from, evidence: [] }))
    const setAt = world.clock.now
    const callback = { at: minute(600), number: phone.value, says: 'call back', by: 'sam', setAt }
    await act(world.deps, opened?.id ?? '', { do: 'callback', callback }, { actor: 'sam' })
    const call = { ...callAt('back', '2T13:00', true), direction: 'outbound' as const, to: [{ identifier: phone }] }
    await world.record(call)
    await Promise.all([world.follow(call), world.follow(call)])
    const [done] = await world.deps.store.read([opened?.id ?? ''])
    expect([done?.callback, done?.status]).toEqual([undefined, 'waiting-customer'])
  })
})

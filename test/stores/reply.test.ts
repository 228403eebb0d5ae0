import { expect, test } from 'vitest'
import { replyStore } from '../../adapters/dynamodb/reply-store.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { happened } from '../../core/reply/happened.ts'
import { undone } from '../../core/reply/transitions.ts'
import { describeOnEveryTable } from '../engines.ts'
import { at, reply } from '../reply/replies.ts'

const id = (n: number) => String(n).padStart(32, '0')

describeOnEveryTable('reply store', makeTable => {
  test('a reply is read as it was stored, and listed with its conversation, newest first', async () => {
    const store = replyStore(await makeTable())
    const [first, second] = [reply({ id: id(1) }), reply({ id: id(2), createdAt: at(5) })]
    expect(await store.create(first, 0)).toBe(true)
    expect(await store.create(second, 1)).toBe(true)
    expect(await store.read(id(1))).toEqual(first)
    expect(await store.read(id(3))).toBeUndefined()
    expect(await store.ofConversation(first.conversation, 10)).toEqual({ replies: [second, first], version: 2 })
    expect((await store.ofConversation(first.conversation, 1)).replies).toEqual([second])
    expect(await store.ofConversation('d'.repeat(32), 10)).toEqual({ replies: [], version: 0 })
  })

  test('of two that answer the same conversation at once one is stored', async () => {
    const store = replyStore(await makeTable())
    const both = await Promise.all([store.create(reply({ id: id(1) }), 0), store.create(reply({ id: id(2) }), 0)])
    expect(both.toSorted()).toEqual([false, true])
    expect((await store.ofConversation('c'.repeat(32), 10)).replies).toHaveLength(1)
  })

  test('an id is used once', async () => {
    const store = replyStore(await makeTable())
    await store.create(reply(), 0)
    expect(await store.create(reply({ conversation: 'd'.repeat(32) }), 0)).toBe(false)
    expect((await store.ofConversation('d'.repeat(32), 10)).replies).toEqual([])
  })

  test('a change is written on the version that was read, together with what the timeline tells', async () => {
    const table = await makeTable()
    const [store, timeline] = [replyStore(table), timelineStore(table, () => Date.parse(at(0)))]
    const first = reply()
    await store.create(first, 0)
    const next = undone(first)
    if (next === undefined) throw new Error('what waits can be undone')
    expect(await store.change(next, first, happened(next, 'Anna (anna)', at(3)))).toBe(true)
    expect(await store.change({ ...first, version: 2 }, first, [])).toBe(false)
    expect(await store.read(first.id)).toEqual(next)
    const entries = await timeline.readStream(first.anchor, 10, {})
    expect(entries).toMatchObject([
      { type: 'event', event: { change: 'reply-undone', conversation: first.conversation } },
    ])
  })
})

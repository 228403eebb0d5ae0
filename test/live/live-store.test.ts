import { expect, test } from 'vitest'
import { liveStore } from '../../adapters/dynamodb/live-store.ts'
import { newConnection } from '../../core/live/connection.ts'
import { ticketFor } from '../../core/live/ticket.ts'
import { describeOnEveryTable } from '../engines.ts'
import { happening, start } from './stage.ts'

const anna = { subject: 'anna', groups: ['agent'] }

describeOnEveryTable('the live store', makeTable => {
  test('gives a ticket to the first of those who ask at once', async () => {
    const store = liveStore(await makeTable())
    await store.putTicket('hash', ticketFor(anna, start))
    const redeemed = await Promise.all(Array.from({ length: 8 }, () => store.redeemTicket('hash', start)))
    expect(redeemed.filter(ticket => ticket !== undefined)).toEqual([ticketFor(anna, start)])
    expect(await store.redeemTicket('other', start)).toBeUndefined()
  })

  test('lists the connections that are listed, wherever they lie', async () => {
    const store = liveStore(await makeTable())
    const ids = Array.from({ length: 12 }, (_, n) => `line${n}=`)
    for (const id of ids) {
      await store.putConnection({ ...newConnection(id, ticketFor(anna, start), start), listed: id !== 'line0=' })
    }
    expect((await store.listConnections()).map(({ id }) => id).toSorted()).toEqual(ids.slice(1).toSorted())
    await store.removeConnection({ id: 'line1=', places: [] })
    expect(await store.listConnections()).toHaveLength(10)
  })

  test('replaces a connection only as it was read', async () => {
    const store = liveStore(await makeTable())
    await store.putConnection(newConnection('line=', ticketFor(anna, start), start))
    const found = await store.readConnection('line=')
    if (found === undefined) throw new Error('it is not there')
    const { connection, version } = found
    expect(await store.replaceConnection({ ...connection, topics: ['all'] }, version)).toBe(true)
    expect(await store.replaceConnection({ ...connection, topics: ['queue'] }, version)).toBe(false)
    expect((await store.readConnection('line='))?.connection.topics).toEqual(['all'])
  })

  test('reads the log of a span of time, over its partitions', async () => {
    const store = liveStore(await makeTable())
    const events = Array.from({ length: 450 }, (_, n) => happening(n, start + 1000 * n).event)
    for (const [n, event] of events.entries()) if (n % 10 === 0) await store.appendLog(start + 1000 * n, [event])
    const read = await store.readLog(start + 100_000, start + 449_000, 1000)
    expect(read?.map(({ id }) => id).toSorted()).toEqual(
      events.filter((_, n) => n % 10 === 0 && n >= 100).map(({ id }) => id),
    )
    expect(await store.readLog(start, start + 449_000, 10)).toBeUndefined()
  })

  test('logs many events at once', async () => {
    const store = liveStore(await makeTable())
    const events = Array.from({ length: 450 }, (_, n) => happening(n, start).event)
    await store.appendLog(start, events)
    expect(await store.readLog(start, start, 1000)).toHaveLength(450)
  })
})

import { describe, expect, test } from 'vitest'
import { consentStore } from '../../adapters/dynamodb/consent-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { changeConsent } from '../../core/consent/change-consent.ts'
import { undone } from '../../core/reply/transitions.ts'
import type { EventEntry } from '../../core/timeline/entry.ts'
import { type Fate, makeOutbox, makeProvider } from './provider.ts'
import { at, reply } from './replies.ts'

const alice = { type: 'email', value: 'alice@example.com' } as const
const event: EventEntry = {
  type: 'event',
  entryId: 'told',
  place: { stream: 'email:alice@example.com', sortAt: at(1) },
  event: { v: 1, type: 'status', at: at(1), actor: 'anna', conversation: 'c', change: 'consent' },
}

describe('an answer', () => {
  test('that was undone is not sent, however often its queue tells of it', async () => {
    const provider = makeProvider('none', [])
    const outbox = await makeOutbox(memoryTable(), reply(), provider.sender)
    const next = undone(reply())
    if (next) await outbox.deps.replies.change(next, reply(), [])
    outbox.tellAgain(10)
    await outbox.run()
    expect([provider.took, (await outbox.state())?.status]).toEqual([[], 'undone'])
  })

  test('waits for a provider that is down for an hour, and is sent when it is back', async () => {
    const provider = makeProvider('none', [])
    let downUntil = 3600
    const outbox = await makeOutbox(memoryTable(), reply(), {
      idempotent: false,
      send: async one =>
        outbox.clock.seconds < downUntil
          ? { outcome: 'later', code: 'unreachable', advice: 'Nobody is there.' }
          : provider.sender.send(one),
    })
    await outbox.run()
    const state = await outbox.state()
    expect(state).toMatchObject({ status: 'sent' })
    expect(state).not.toHaveProperty('trouble')
    expect(outbox.clock.seconds).toBeLessThan(3600 + 900 + 1)
    expect(state?.tries).toBeLessThan(16)
    downUntil = 0
  })

  test('is given up after a day without a provider, with what to do', async () => {
    const outbox = await makeOutbox(memoryTable(), reply(), {
      idempotent: false,
      send: async () => ({ outcome: 'later', code: 'unreachable', advice: 'Nobody is there.' }),
    })
    await outbox.run(500)
    expect(await outbox.state()).toMatchObject({
      status: 'failed',
      trouble: { code: 'unreachable', advice: 'Nobody took it for a day. Nobody is there.' },
    })
    expect(outbox.clock.seconds).toBeGreaterThan(24 * 3600)
  })

  test('to somebody who said meanwhile not to be contacted is not sent', async () => {
    const table = memoryTable()
    const provider = makeProvider('none', [])
    const outbox = await makeOutbox(table, reply(), provider.sender)
    const heard = { source: 'said', at: at(1), by: 'anna' } as const
    await consentStore(table).change(
      alice,
      known => changeConsent(known, alice, { do: 'do-not-contact' }, heard),
      event,
    )
    await outbox.run()
    expect(provider.took).toEqual([])
    expect(await outbox.state()).toMatchObject({ status: 'failed', trouble: { code: 'do-not-contact' } })
  })

  test.each<[Fate, number]>([
    ['busy', 30],
    ['unreachable', 5],
  ])('is tried again after what the provider says, or soon (%s)', async (fate, seconds) => {
    const provider = makeProvider('none', [fate])
    const outbox = await makeOutbox(memoryTable(), reply(), provider.sender)
    await outbox.run()
    expect(outbox.clock.seconds).toBeGreaterThanOrEqual(10 + seconds)
    expect(outbox.clock.seconds).toBeLessThan(10 + seconds * 1.2 + 1)
    expect(provider.took).toHaveLength(1)
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Contact } from '../../core/contact/contact.ts'
import { engines, type StartedTable } from '../engines.ts'
import { alicePhone, aliceX, callAt, mailAt, mentionAt, shows } from './contacts.ts'
import { makeWorld } from './world.ts'

const jitter = (): Promise<void> => new Promise(resolve => setTimeout(resolve, Math.random() * 40))

describe.each(engines)('a burst on $name', engine => {
  let started: StartedTable
  beforeAll(async () => {
    started = await engine.start()
  })
  afterAll(() => started.stop())

  test('of messages from three channels, each told three times at the same moment, makes one conversation', async () => {
    const world = makeWorld(started.table, jitter)
    const known = mailAt('known', '1T09:00', 'hello', { ...shows(alicePhone, aliceX), automatic: 'list' })
    await world.record(known)
    const burst: Contact[] = Array.from({ length: 18 }, (_, n) => {
      const time = `2T09:${String(n).padStart(2, '0')}`
      if (n % 3 === 0) return mailAt(`mail ${n}`, time, 'My parcel has not been delivered')
      return n % 3 === 1 ? callAt(`call ${n}`, time, false) : mentionAt(`post ${n}`, time, 'parcel not delivered')
    })
    await Promise.all(burst.map(world.record))
    const told = [...burst, ...burst, ...burst]
    await Promise.all(told.map(contact => world.follow(contact)))
    const found = await world.conversationsOf(...burst)
    expect(found).toMatchObject([{ contacts: 18, inbound: 18 }])
    const [one] = found
    expect(await world.deps.store.contacts(one?.id ?? '', 100)).toHaveLength(18)
    expect(one?.unanswered.map(({ at }) => at)).toEqual(burst.map(({ occurredAt }) => occurredAt))
  }, 60_000)
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { watchConsumption } from '../../bench/consumed.ts'
import { startDynoxide } from '../../local/engines/dynoxide.ts'
import { type StartedTable, startOnDisk } from '../tables-on-disk.ts'
import { contactFrom, depsOn, receive, says } from './receive.ts'
import { alice, bob, carol, phone, x } from './world.ts'

describe('what identifying a contact costs, by the account of an engine that charges as DynamoDB does', () => {
  let started: StartedTable
  let cost: (...contact: Parameters<typeof contactFrom>) => ReturnType<ReturnType<typeof watchConsumption>['since']>
  beforeAll(async () => {
    started = await startOnDisk(startDynoxide)
    if (started.client === undefined) throw new Error('the engine has no client')
    const watch = watchConsumption(started.client)
    const deps = depsOn(started.table)
    cost = (...contact) => watch.since(() => receive(deps, contactFrom(...contact)))
  })
  afterAll(() => started.stop())

  test('a first contact is one read of nothing and one transaction of three items', async () => {
    expect(await cost(alice)).toEqual({ readUnits: 0.5, writeUnits: 6, calls: 2 })
  })

  test('each further identifier is a pointer and the two copies of a link', async () => {
    const one = await cost(bob, [says(phone(1))])
    const two = await cost(carol, [says(phone(2)), says(x(2), 'said', 'T2')])
    expect([one.writeUnits, two.writeUnits]).toEqual([12, 18])
  })

  test('a known author costs one read and no write, also with evidence that is known', async () => {
    expect(await cost(alice)).toEqual({ readUnits: 0.5, writeUnits: 0, calls: 1 })
    expect(await cost(bob, [says(phone(1))])).toEqual({ readUnits: 1, writeUnits: 0, calls: 1 })
  })
})

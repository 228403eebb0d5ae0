import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { engines, type StartedTable } from '../engines.ts'

describe.each(engines)('the table on $name', engine => {
  let started: StartedTable
  let table: Table
  beforeAll(async () => {
    started = await engine.start()
    table = started.table
  })
  afterAll(() => started.stop())

  const key = (pk: string, sk = 'a') => ({ pk, sk })

  test('gives back what was put, bytes, sets and nesting included, and nothing for what was not', async () => {
    const item = { ...key('types'), n: 1, s: 'x', bytes: new Uint8Array([1, 2]), list: [{ deep: { yes: true } }] }
    await table.put(item)
    expect(await table.get(key('types'))).toEqual(item)
    expect(await table.get(key('types', 'other'))).toBeUndefined()
  })

  test('leaves undefined members out', async () => {
    await table.put({ ...key('undefined'), there: 1, gone: undefined })
    expect(Object.keys((await table.get(key('undefined'))) ?? {}).sort()).toEqual(['pk', 'sk', 'there'])
  })

  test('puts on absence once, and tells what stands there', async () => {
    expect(await table.put({ ...key('once'), n: 1 }, 'absent')).toEqual({ written: true })
    expect(await table.put({ ...key('once'), n: 2 }, 'absent')).toEqual({
      written: false,
      existing: { ...key('once'), n: 1 },
    })
  })

  test('puts on a version only', async () => {
    await table.put({ ...key('versioned'), version: 1 })
    expect((await table.put({ ...key('versioned'), version: 3 }, { version: 2 })).written).toBe(false)
    expect((await table.put({ ...key('versioned'), version: 2 }, { version: 1 })).written).toBe(true)
    expect((await table.put({ ...key('nothing there'), version: 2 }, { version: 1 })).written).toBe(false)
  })

  test('of many racing to put one key, one wins', async () => {
    const puts = await Promise.all(Array.from({ length: 20 }, (_, n) => table.put({ ...key('race'), n }, 'absent')))
    expect(puts.filter(put => put.written)).toHaveLength(1)
  })

  test('writes a transaction whole, or not at all and says which write refused', async () => {
    await table.put({ ...key('tx', 'old'), version: 1 })
    const refused = await table.transact([
      { put: { ...key('tx', 'new'), version: 1 }, when: 'absent' },
      { remove: key('tx', 'old'), when: { version: 7 } },
    ])
    expect(refused).toEqual({ committed: false, failed: [1] })
    expect(await table.get(key('tx', 'new'))).toBeUndefined()
    const done = await table.transact([
      { put: { ...key('tx', 'new'), version: 1 }, when: 'absent' },
      { remove: key('tx', 'old'), when: { version: 1 } },
      { check: key('tx', 'none'), when: 'absent' },
    ])
    expect(done).toEqual({ committed: true })
    expect(await table.query({ pk: 'tx', limit: 10 })).toEqual([{ ...key('tx', 'new'), version: 1 }])
  })

  test('refuses a transaction that writes an item twice, or more than a hundred', async () => {
    const put = (n: number) => ({ put: { ...key('tx-refused', `${n}`), n } })
    await expect(table.transact([put(1), put(2), put(1)])).rejects.toThrow()
    await expect(table.transact(Array.from({ length: 101 }, (_, n) => put(n)))).rejects.toThrow()
    expect(await table.query({ pk: 'tx-refused', limit: 10 })).toEqual([])
  })

  test('adds to numbers inside a transaction, or not at all', async () => {
    const sum = key('sum')
    const add = (n: number, when: 'absent' | undefined) =>
      table.transact([
        { add: sum, fields: { n } },
        { put: key('sum', 'marker'), ...(when && { when }) },
      ])
    expect(await add(5, undefined)).toEqual({ committed: true })
    expect(await add(-2, undefined)).toEqual({ committed: true })
    expect((await add(100, 'absent')).committed).toBe(false)
    expect(await table.get(sum, true)).toEqual({ ...sum, n: 3 })
  })

  test('queries an index, in the order of its own keys', async () => {
    const row = (sk: string, gsi1sk: string) => ({ ...key('indexed', sk), gsi1pk: 'list', gsi1sk })
    await table.putAll([row('a', '3'), row('b', '1'), row('c', '2'), key('indexed', 'none')])
    const names = async (range: object) =>
      (await table.query({ index: 'gsi1', pk: 'list', limit: 10, ...range })).map(({ sk }) => sk)
    expect(await names({})).toEqual(['b', 'c', 'a'])
    expect(await names({ from: '1x', newestFirst: true, limit: 1 })).toEqual(['a'])
  })

  test('queries a range of a partition both ways, with a limit, bounds included', async () => {
    await table.putAll(['a', 'b', 'c', 'd'].map(sk => key('range', sk)))
    const names = async (range: object) => (await table.query({ pk: 'range', limit: 10, ...range })).map(({ sk }) => sk)
    expect(await names({})).toEqual(['a', 'b', 'c', 'd'])
    expect(await names({ newestFirst: true, limit: 3 })).toEqual(['d', 'c', 'b'])
    expect(await names({ from: 'b', to: 'c' })).toEqual(['b', 'c'])
    expect(await names({ from: 'bb', newestFirst: true })).toEqual(['d', 'c'])
  })

  test('reads a range beyond what the service answers in one page', async () => {
    const big = 'x'.repeat(300_000)
    await Promise.all(Array.from({ length: 8 }, (_, n) => table.put({ ...key('pages', `${n}`), big })))
    expect(await table.query({ pk: 'pages', limit: 7 })).toHaveLength(7)
    expect(await table.query({ pk: 'pages', limit: 20 })).toHaveLength(8)
  })

  test('puts and reads hundreds at once', async () => {
    const items = Array.from({ length: 240 }, (_, n) => ({ ...key('many', `${n}`), n }))
    await table.putAll(items)
    expect(await table.batchGet([...items, key('many', 'absent')])).toHaveLength(240)
    expect(await table.batchGet([])).toEqual([])
  })

  test('removes, also what is not there', async () => {
    await table.put(key('removed'))
    await table.remove(key('removed'))
    await table.remove(key('removed'))
    expect(await table.get(key('removed'))).toBeUndefined()
  })

  test('adds to sets once, whatever comes twice, and keeps the fields beside them', async () => {
    await table.addToSets(key('sets'), { lines: [1, 2], words: ['a'] }, { v: 1 })
    await table.addToSets(key('sets'), { lines: [2, 3] }, { v: 1 })
    expect(await table.get(key('sets'))).toEqual({
      ...key('sets'),
      v: 1,
      lines: new Set([1, 2, 3]),
      words: new Set(['a']),
    })
  })
})

import { expect, test } from 'vitest'
import { reportStore } from '../../adapters/dynamodb/report-store.ts'
import type { Atom } from '../../core/report/cells.ts'
import { expand } from '../../core/report/expand.ts'
import { readFigures } from '../../core/report/read-cells.ts'
import type { VectorWrite } from '../../core/report/store.ts'
import { describeOnEveryTable } from '../engines.ts'

const atom = (day: string, channel: string): Atom => ({
  ...{ day, hour: `${day}T09`, dims: { channel, team: 'care' }, counts: { inbound: 1 }, who: true },
})
const vector = (customer: string, atoms: Atom[], was?: number): VectorWrite => ({
  ...{ customer, next: { slice: '2026', first: 'c1', atoms }, was, months: ['2026-03'] },
})

describeOnEveryTable('the store of reports', makeTable => {
  test('writes vectors with the cells they change, and adds shards and buckets up', async () => {
    const store = reportStore(await makeTable(), 1)
    const [one, two] = [atom('2026-03-02', 'email'), atom('2026-03-02', 'phone')]
    for (const customer of ['alice', 'bob', 'carol'])
      expect(await store.commit({ vectors: [vector(customer, [one, two])], delta: expand([one, two]) })).toEqual({
        committed: true,
      })
    const range = { grain: 'day', from: '2026-03-01', to: '2026-03-31' } as const
    const figures = await readFigures(store, { ...range, by: 'channel', metrics: ['inbound', 'customers'] })
    expect(figures.map(({ value, metric, n }) => `${value} ${metric} ${n}`).toSorted()).toEqual([
      'email customers 3',
      'email inbound 3',
      'phone customers 3',
      'phone inbound 3',
    ])
    expect(await store.vectors('alice')).toEqual([{ slice: '2026', first: 'c1', version: 1, atoms: [one, two] }])
    expect(await store.contributors('2026-03', 2)).toEqual(['alice', 'bob'])
    expect(await store.contributors('2026-03', 2, 'bob')).toEqual(['carol'])
  })

  test('writes nothing where somebody else wrote a vector, and says whose', async () => {
    const store = reportStore(await makeTable(), 1)
    const one = atom('2026-03-02', 'email')
    await store.commit({ vectors: [vector('alice', [one])], delta: expand([one]) })
    const again = { vectors: [vector('bob', [one]), vector('alice', [one])], delta: expand([one]) }
    expect(await store.commit(again)).toEqual({ committed: false, stale: [1] })
    expect(await store.vectors('bob')).toEqual([])
    const range = { grain: 'month', from: '2026-03', to: '2026-03' } as const
    expect(await readFigures(store, { ...range, by: 'all', metrics: ['inbound'] })).toMatchObject([{ n: 1 }])
  })

  test('forgets hours before one, and keeps the rest', async () => {
    const store = reportStore(await makeTable(), 1)
    await store.commit({ vectors: [], delta: expand([atom('2026-03-02', 'email'), atom('2026-03-04', 'email')]) })
    expect(await store.forgetHours('2026-03-03T00')).toBe(2)
    const hours = await readFigures(store, {
      grain: 'hour',
      from: '2026-03-01',
      to: '2026-03-31',
      by: 'all',
      metrics: ['inbound'],
    })
    expect(hours.map(({ period }) => period)).toEqual(['2026-03-04T09'])
  })

  test('keeps generations apart', async () => {
    const table = await makeTable()
    const one = atom('2026-03-02', 'email')
    await reportStore(table, 1).commit({ vectors: [vector('alice', [one])], delta: expand([one]) })
    expect(await reportStore(table, 2).vectors('alice')).toEqual([])
  })
})

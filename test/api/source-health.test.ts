import { expect, test } from 'vitest'
import { heardStore } from '../../adapters/dynamodb/heard-store.ts'
import { heardAgain } from '../../core/source/heard.ts'
import { defaultSource } from '../../core/source/source.ts'
import { makeStack, now, operator } from './stack.ts'

const last = '2026-04-01T11:59:59.000Z'

async function stackWith(configured: string[], heard: string[]) {
  const stack = makeStack()
  for (const id of configured) await stack.deps.sources.write(defaultSource(id, 'mail'))
  const store = heardStore(stack.table)
  for (const id of heard) await store.write(heardAgain(undefined, id, last, now))
  const list = async (query = '') => (await stack.call('GET', `/v1/sources${query}`, { groups: operator })).body
  return { ...stack, list }
}

test('a source says when something came last; one that nobody configured is listed once something came', async () => {
  const { list } = await stackWith(['sales', 'support'], ['support', 'twilio'])
  const health = { firstReceivedAt: last, lastReceivedAt: last, lagMs: 1000, gaps: [] }
  const { items, webhooksAt } = await list()
  expect(webhooksAt).toBe('https://throughline.example')
  expect(items).toMatchObject([
    { id: 'sales', configured: true },
    { id: 'support', configured: true, health },
    { id: 'twilio', kind: 'phone', configured: false, health },
  ])
})

test('pages hold each source once, whichever list it comes from', async () => {
  const { list } = await stackWith(['b', 'd', 'f'], ['a', 'b', 'c', 'f', 'g'])
  const ids: unknown[] = []
  let cursor: unknown
  do {
    const page = await list(`?limit=2${typeof cursor === 'string' ? `&cursor=${cursor}` : ''}`)
    ids.push(page.items)
    cursor = page.cursor
  } while (cursor !== undefined)
  expect(ids.flat().map(one => (typeof one === 'object' && one !== null && 'id' in one ? one.id : undefined))).toEqual([
    ...'abcdfg',
  ])
})

import { expect, test } from 'vitest'
import { conversationKeys } from '../../adapters/dynamodb/keys.ts'
import type { Item, Key, Table } from '../../adapters/dynamodb/table.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { mailAt } from '../conversation/contacts.ts'
import { everything } from './company.ts'
import { makeRoutedWorld } from './routed-world.ts'

/** A table whose reads are one after the other, as DynamoDB's are, with something that happens after the next first one. */
function interruptedTable() {
  const table = memoryTable()
  let meanwhile: (() => Promise<unknown>) | undefined
  const get: Table['get'] = async (key, consistent) => {
    const item = await table.get(key, consistent)
    const happens = meanwhile
    meanwhile = undefined
    await happens?.()
    return item
  }
  const batchGet: Table['batchGet'] = async (keys: Key[], consistent) => {
    const found: Item[] = []
    for (const key of keys) found.push(...[await get(key, consistent)].flatMap(item => item ?? []))
    return found
  }
  const interrupt = (by: () => Promise<unknown>) => {
    meanwhile = by
  }
  return { table: { ...table, get, batchGet }, interrupt }
}

test('what is given while it is counted stays counted with whom it was given to', async () => {
  const { table, interrupt } = interruptedTable()
  const world = makeRoutedWorld(table)
  const opened = await world.receive(mailAt('one', '2T09:00', 'hello'))
  await world.employ('ada')
  await world.rules(everything)
  await table.remove(conversationKeys.counted(opened.id))
  interrupt(() => world.route(opened.id))
  await world.deps.store.count(opened.id)
  expect((await world.read(opened.id)).assignee).toBe('ada')
  expect(await world.loads()).toEqual({ ada: 1 })
})

import { expect, test } from 'vitest'
import { sourceStore } from '../../adapters/dynamodb/source-store.ts'
import { defaultSource } from '../../core/source/source.ts'
import { describeOnEveryTable } from '../engines.ts'

describeOnEveryTable('source store', makeTable => {
  test('a source that was written is read back, and replaced by the next write', async () => {
    const store = sourceStore(await makeTable())
    const source = {
      ...defaultSource('support', 'mail'),
      ownIdentifiers: [{ type: 'email', value: 'help@example.com' } as const],
    }
    await store.write(source)
    expect(await store.read('support')).toEqual(source)
    await store.write({ ...source, brand: 'other' })
    expect(await store.read('support')).toMatchObject({ brand: 'other' })
  })

  test('a source that nobody configured is not there', async () => {
    const store = sourceStore(await makeTable())
    expect(await store.read('support')).toBeUndefined()
    expect(await store.list(10)).toEqual([])
  })

  test('pages list every source once, in order, also ids that begin alike', async () => {
    const store = sourceStore(await makeTable())
    const ids = ['a', 'a-', 'a-1', 'a0', 'ab', 'b']
    for (const id of ids.toReversed()) await store.write(defaultSource(id, 'phone'))
    const listed: string[] = []
    for (let page = await store.list(2); page.length > 0; page = await store.list(2, listed.at(-1)))
      listed.push(...page.map(({ id }) => id))
    expect(listed).toEqual(ids)
  })

  test('a source in a wrong form is refused before it is stored', async () => {
    const store = sourceStore(await makeTable())
    await expect(store.write({ ...defaultSource('support', 'mail'), defaultRegion: 'gb' })).rejects.toThrow(/GB/)
    expect(await store.read('support')).toBeUndefined()
  })
})

import { expect, test } from 'vitest'
import { automationStore, ruleStore } from '../../adapters/dynamodb/automation-store.ts'
import { untouched } from '../../core/automation/automated.ts'
import type { Firing } from '../../core/automation/firing.ts'
import { rule } from '../automation/rules.ts'
import { describeOnEveryTable } from '../engines.ts'

const firing = (digit: string, at: string, differing: Partial<Firing> = {}): Firing => ({
  ...{ v: 1, id: digit.repeat(32), version: 1, rule: 'late', ruleName: 'Late', conversation: 'c1', depth: 0 },
  ...{ occurrence: { id: `o${digit}`, event: 'contact', at, values: [] }, at },
  steps: [{ action: { do: 'tag', add: ['late'], remove: [] }, outcome: 'waiting' }],
  ...differing,
})
const [noon, later] = ['2026-03-01T12:00:00.000Z', '2026-03-01T12:00:01.000Z']

describeOnEveryTable('automation store', makeTable => {
  test('what is known of a conversation is written on the version that was read, with its firings or not at all', async () => {
    const store = automationStore(await makeTable())
    expect(await store.readAutomated('c1')).toBeUndefined()
    const first = { ...untouched('c1'), version: 1, seen: ['oa'] }
    expect(await store.commit(first, 0, [firing('a', noon)])).toBe(true)
    expect(await store.commit(first, 0, [firing('b', noon)])).toBe(false)
    expect(await store.commit({ ...first, version: 2 }, 1, [firing('a', noon)])).toBe(false)
    expect(await store.commit({ ...first, version: 2, seen: ['oa', 'ob'] }, 1, [firing('b', later)])).toBe(true)
    expect(await store.readAutomated('c1')).toMatchObject({ version: 2, seen: ['oa', 'ob'] })
    const found = await store.readFirings(['a', 'b', 'c'].map(digit => digit.repeat(32)))
    expect(found.map(({ id }) => id[0]).toSorted()).toEqual(['a', 'b'])
    expect(await store.readFirings([])).toEqual([])
  })

  test('a firing is changed on the version that was read', async () => {
    const store = automationStore(await makeTable())
    await store.commit({ ...untouched('c1'), version: 1 }, 0, [firing('a', noon)])
    expect(await store.changeFiring(firing('a', noon, { version: 2, stopped: 'too deep a chain' }))).toBe(true)
    expect(await store.changeFiring(firing('a', noon, { version: 2 }))).toBe(false)
    expect(await store.readFirings(['a'.repeat(32)])).toMatchObject([{ version: 2, stopped: 'too deep a chain' }])
  })

  test('the log of a rule pages newest first, and is its own', async () => {
    const store = automationStore(await makeTable())
    const firings = [firing('a', noon), firing('b', noon), firing('c', later), firing('d', later, { rule: 'other' })]
    await store.commit({ ...untouched('c1'), version: 1 }, 0, firings)
    const first = await store.log('late', 2)
    expect(first.map(({ id }) => id[0])).toEqual(['c', 'b'])
    const second = await store.log('late', 2, first.at(-1))
    expect(second.map(({ id }) => id[0])).toEqual(['a'])
  })

  test('an entry that tells what happened is read; a place without one is empty', async () => {
    const table = await makeTable()
    const store = automationStore(table)
    expect(await store.readEvent('e1', { stream: 'email:alice@example.com', sortAt: noon })).toBeUndefined()
  })

  test('rules are listed in the order of their ids', async () => {
    const store = ruleStore(await makeTable())
    for (const id of ['b', 'a']) await store.write(rule(id))
    expect((await store.list(10)).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(await store.read('a')).toEqual(rule('a'))
  })
})

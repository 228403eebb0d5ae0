import { expect, test } from 'vitest'
import { setAsideStore } from '../../adapters/dynamodb/set-aside-store.ts'
import { type SetAside, setAsideId } from '../../core/record/set-aside.ts'
import { describeOnEveryTable } from '../engines.ts'

const item = (second: number, more: Partial<SetAside> = {}): SetAside => {
  const at = `2026-03-01T10:00:${String(second).padStart(2, '0')}.000Z`
  const object = `payloads/mail/support/2026-03-01/${second}`
  return {
    v: 1,
    id: setAsideId(at, object, 0),
    at,
    stage: 'parse',
    reason: 'the mail has no header',
    rawRef: { object, offset: 0, length: 12 },
    message: JSON.stringify({ v: 1, object }),
    replays: 0,
    ...more,
  }
}

describeOnEveryTable('set-aside store', makeTable => {
  test('an item is read back as it was set aside', async () => {
    const store = setAsideStore(await makeTable())
    const aside = item(1, { source: 'support', format: 'mail', line: 3, importId: 'i1' })
    await store.write(aside)
    expect(await store.read(aside.id)).toEqual(aside)
    expect(await store.read(item(2).id)).toBeUndefined()
  })

  test('the same payload set aside again is one item: the latest reason, its replays kept', async () => {
    const store = setAsideStore(await makeTable())
    await store.write(item(1))
    await store.write(item(1, { replays: 2 }))
    await store.write(item(1, { reason: 'the mail is larger than 40 MB' }))
    expect(await store.list(10)).toEqual([item(1, { reason: 'the mail is larger than 40 MB', replays: 2 })])
  })

  test('writers at the same time leave one item and the most replays', async () => {
    const store = setAsideStore(await makeTable())
    await Promise.all([3, 1, 4, 1, 5].map(replays => store.write(item(1, { replays }))))
    expect(await store.list(10)).toEqual([item(1, { replays: 5 })])
  })

  test('pages list every item once, newest first', async () => {
    const store = setAsideStore(await makeTable())
    const items = [7, 6, 5, 4, 3, 2, 1].map(second => item(second))
    for (const second of [4, 1, 7, 2, 6, 3, 5]) await store.write(item(second))
    const listed: SetAside[] = []
    for (let page = await store.list(3); page.length > 0; page = await store.list(3, listed.at(-1)?.id))
      listed.push(...page)
    expect(listed).toEqual(items)
  })

  test('removing is done once and may be repeated', async () => {
    const store = setAsideStore(await makeTable())
    await store.write(item(1))
    await store.remove(item(1).id)
    await store.remove(item(1).id)
    expect(await store.list(10)).toEqual([])
  })
})

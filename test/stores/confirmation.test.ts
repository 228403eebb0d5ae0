import { expect, test } from 'vitest'
import { confirmationStore } from '../../adapters/dynamodb/confirmation-store.ts'
import type { Confirmation } from '../../core/confirm/confirmation.ts'
import { describeOnEveryTable } from '../engines.ts'

const [alice, phone] = ['email:alice@example.com', 'phone:+442079460018']
const at = '2026-03-02T12:00:00.000Z'

const confirmation: Confirmation = {
  ...{ v: 1, id: 'a'.repeat(32), version: 1, linkId: `lnk_${'a'.repeat(42)}`, end: alice, needs: [alice, phone] },
  ...{
    to: { type: 'email', value: 'alice@example.com' },
    other: 'phone',
    conversation: '',
    actor: 'anna',
    reason: 'invoices',
  },
  ...{ language: 'en', brand: 'default', createdAt: at, validUntil: '2026-03-04T12:00:00.000Z' },
}
const used: Confirmation = { ...confirmation, version: 2, usedAt: at }

describeOnEveryTable('confirmation store', makeTable => {
  test('one of an id is made once, and read as it was made', async () => {
    const store = confirmationStore(await makeTable())
    expect(await store.read(confirmation.id)).toBeUndefined()
    expect([await store.create(confirmation), await store.create(confirmation)]).toEqual([true, false])
    expect(await store.read(confirmation.id)).toEqual(confirmation)
  })

  test('of those who use it at once one does, and its end has said yes', async () => {
    const store = confirmationStore(await makeTable())
    await store.create(confirmation)
    expect(await store.proven(confirmation.linkId)).toEqual([])
    const tries = await Promise.all([1, 2, 3].map(() => store.use(used)))
    expect(tries.toSorted()).toEqual([false, false, true])
    expect(await store.proven(confirmation.linkId)).toEqual([alice])
  })

  test('both ends of a link are told apart, and said twice is said once', async () => {
    const store = confirmationStore(await makeTable())
    const other = { ...confirmation, id: 'b'.repeat(32), end: phone }
    const again = { ...confirmation, id: 'c'.repeat(32) }
    for (const one of [confirmation, other, again]) {
      await store.create(one)
      await store.use({ ...one, version: 2, usedAt: at })
    }
    expect(await store.proven(confirmation.linkId)).toEqual([alice, phone])
  })

  test('is finished once, together with what the timeline tells', async () => {
    const store = confirmationStore(await makeTable())
    await store.create(confirmation)
    await store.use(used)
    const done: Confirmation = { ...used, version: 3, doneAt: at }
    expect([await store.finish(done, []), await store.finish(done, [])]).toEqual([true, false])
    expect(await store.read(confirmation.id)).toEqual(done)
  })
})

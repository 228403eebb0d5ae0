import { expect, test } from 'vitest'
import { auditStore } from '../../adapters/dynamodb/audit-store.ts'
import type { AuditRecord } from '../../core/audit/audit.ts'
import { describeOnEveryTable } from '../engines.ts'

const record = (at: string, id: string, customer = 'alice'): AuditRecord => ({
  v: 1,
  id,
  customer,
  at,
  actor: 'agent-1',
  action: 'customer.read',
  detail: { why: 'a call' },
})

describeOnEveryTable('audit store', makeTable => {
  test('records of a customer are listed newest first, month by month', async () => {
    const store = auditStore(await makeTable())
    const march = [record('2026-03-31T23:59:59.999Z', 'b'), record('2026-03-01T00:00:00.000Z', 'a')]
    const april = [record('2026-04-01T00:00:00.000Z', 'c')]
    await store.write([...march.toReversed(), ...april, record('2026-03-02T00:00:00.000Z', 'd', 'bob')])
    expect(await store.list('alice', '2026-03', 10)).toEqual(march)
    expect(await store.list('alice', '2026-04', 10)).toEqual(april)
    expect(await store.list('alice', '2026-05', 10)).toEqual([])
  })

  test('a redelivered record is there once', async () => {
    const store = auditStore(await makeTable())
    const seen = record('2026-03-01T00:00:00.000Z', 'a')
    await store.write([seen])
    await store.write([seen])
    expect(await store.list('alice', '2026-03', 10)).toEqual([seen])
  })

  test('pages list every record once, also those of one millisecond', async () => {
    const store = auditStore(await makeTable())
    const ids = ['g', 'f', 'e', 'd', 'c', 'b', 'a']
    const records = ids.map(id => record('2026-03-01T00:00:00.000Z', id))
    await store.write(records)
    const listed: AuditRecord[] = []
    for (;;) {
      const page = await store.list('alice', '2026-03', 2, listed.at(-1))
      listed.push(...page)
      if (page.length < 2) break
    }
    expect(listed).toEqual(records)
  })

  test('a record that is none is refused', async () => {
    const store = auditStore(await makeTable())
    await expect(store.write([record('yesterday', 'a')])).rejects.toThrow()
  })
})

import { beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { auditDecision } from '../../core/audit/audit-decision.ts'
import { alice, bob, mail } from '../timeline/contacts.ts'
import { makeStack, now, type Stack } from './stack.ts'

let stack: Stack
let customer: string
let other: string
beforeEach(async () => {
  stack = makeStack()
  stack.clock.now = '2025-11-01T00:00:00.000Z'
  await stack.receive(mail('from alice'))
  await stack.receive(mail('from bob', { from: { identifier: bob }, evidence: [] }))
  customer = await stack.customerOf(alice)
  other = await stack.customerOf(bob)
  stack.audited.length = 0
  stack.clock.now = now
})

test.each([
  ['', 'customer.read', ['agent']],
  ['/timeline', 'timeline.read', ['marketing']],
  ['/identity-log', 'identity-log.read', ['social']],
  ['/audit', 'audit.read', ['admin']],
])('reading %s of a customer is noted as %s before the answer leaves', async (part, action, groups) => {
  await stack.call('GET', `/v1/customers/${customer}${part}`, { groups })
  expect(stack.audited).toEqual([
    { v: 1, id: expect.stringMatching(/^\d{32}$/), customer, at: now, actor: 'anna', action },
  ])
})

test('finding a customer by an identifier is noted without the identifier', async () => {
  await stack.call('GET', '/v1/customers?identifier=email:alice@example.com')
  expect(stack.audited).toMatchObject([{ customer, action: 'customer.read', detail: { by: 'email identifier' } }])
  expect(JSON.stringify(stack.audited)).not.toContain('alice@')
})

test('a decision shows both customers, and why it was made is noted with each', async () => {
  await stack.call('POST', '/v1/cannot-links', {
    body: { identifiers: ['email:alice@example.com', 'email:bob@example.com'], reason: 'sisters' },
  })
  const noted = stack.audited.map(({ customer: of, action, detail }) => ({ of, action, detail }))
  const detail = { decision: 'cannot-link', reason: 'sisters' }
  expect(new Set(noted.map(({ of }) => of))).toEqual(new Set([customer, other]))
  for (const note of noted) expect(note).toMatchObject({ action: 'customer.read', detail })
})

test.each(['/v1/customers/cus_nobody', '/v1/customers?identifier=x:1', '/v1/customers/cus_nobody/timeline'])(
  '%s shows nobody, so nothing is noted',
  async path => {
    await stack.call('GET', path)
    expect(stack.audited).toEqual([])
  },
)

test('what cannot be audited is not shown', async () => {
  const silent = makeStack({ ...stack.deps, audit: { send: () => Promise.reject(new Error('the queue is gone')) } })
  for (const part of ['', '/timeline', '/identity-log', '/audit']) {
    const answer = await silent.call('GET', `/v1/customers/${customer}${part}`, { groups: ['agent', 'admin'] })
    expect(answer.status, part).toBe(500)
    expect(JSON.stringify(answer.body)).not.toContain('alice')
  }
})

const pageSchema = z.object({ items: z.array(z.looseObject({ action: z.string() })), cursor: z.string().optional() })

async function readAll(limit: number) {
  const items: unknown[] = []
  let cursor = ''
  do {
    const answer = await stack.call('GET', `/v1/customers/${customer}/audit?limit=${limit}${cursor}`, {
      groups: ['admin'],
    })
    const page = pageSchema.parse(answer.body)
    items.push(...page.items)
    cursor = page.cursor === undefined ? '' : `&cursor=${page.cursor}`
  } while (cursor !== '')
  return items
}

test('the audit of a customer holds reads and decisions of all its ids and months, in pages of any size', async () => {
  const decision = {
    operation: { id: 'o', kind: 'merge' as const, by: 'anna', reason: 'the same person' },
    at: '2026-03-31T10:00:00.000Z',
    after: { members: [] },
    changes: [],
  }
  await stack.call('POST', `/v1/customers/${customer}/merge`, { body: { with: other, reason: 'the same person' } })
  await stack.deps.auditRecords.write([
    auditDecision({ ...decision, customer, seq: 2 }),
    auditDecision({ ...decision, customer: other, seq: 2 }),
    auditDecision({ ...decision, customer, seq: 1, at: '2025-11-01T00:00:00.000Z' }),
    ...stack.audited,
  ])
  const all = await readAll(100)
  expect(all).toHaveLength(3 + stack.audited.filter(({ action }) => action === 'customer.read').length)
  for (const limit of [1, 2, 3]) expect(await readAll(limit)).toEqual(all)
})

test('a cursor from the year 9999 reads no months that are yet to come', async () => {
  const months: string[] = []
  const { auditRecords } = stack.deps
  const counting = makeStack({
    ...stack.deps,
    auditRecords: {
      ...auditRecords,
      list: (of, month, ...rest) => {
        months.push(month)
        return auditRecords.list(of, month, ...rest)
      },
    },
  })
  const position = { at: '9999-12-31T23:59:59.999Z', id: 'a', customer }
  const cursor = Buffer.from(JSON.stringify(position)).toString('base64url')
  await counting.call('GET', `/v1/customers/${customer}/audit?cursor=${cursor}`, { groups: ['admin'] })
  expect(months.toSorted().at(-1)).toBe('2026-04')
})

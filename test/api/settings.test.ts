import { beforeEach, describe, expect, test } from 'vitest'
import { makeStack, operator, type Stack } from './stack.ts'

const name = 'Billing'
const source = { kind: 'mail', brand: 'kettles', department: 'service', defaultRegion: 'GB', timeZone: 'Europe/London' }

let stack: Stack
beforeEach(() => {
  stack = makeStack()
})

const call = (method: string, path: string, body?: object) =>
  stack.call(method, path, { groups: operator, ...(body && { body }) })

describe.each([
  ['sources', { ...source, ownIdentifiers: [] }],
  ['agents', { name, email: 'billing@example.com' }],
  ['teams', { name, department: 'service', hours: 'always' }],
  ['hours', { name, timeZone: 'Europe/London', weekly: { monday: [['09:00', '17:30']] } }],
  ['routing-rules', { name, when: { topic: ['billing'] } }],
  ['macros', { name, variants: [{ language: 'en', text: 'Thank you.' }] }],
])('%s', (kind, settings) => {
  const changed = kind === 'sources' ? { brand: 'sales' } : { name: 'Sales' }

  test('may be put again as they were answered', async () => {
    const { status, body } = await call('PUT', `/v1/${kind}/billing`, settings)
    expect({ status, body }).toMatchObject({ status: 200, body: { id: 'billing' } })
    expect((await call('PUT', `/v1/${kind}/billing`, { ...body })).body).toEqual(body)
  })

  test.each([
    ['an id that is not that of the path', { id: 'sales' }],
    ['a member that is not known', { consequence: { team: 'billing' } }],
  ])('are refused with %s, and stay as they were', async (_, more) => {
    const { body: before } = await call('PUT', `/v1/${kind}/billing`, settings)
    const { status, body } = await call('PUT', `/v1/${kind}/billing`, { ...settings, ...changed, ...more })
    expect({ status, body }).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'body', message: 'holds a field that is not known here' }] },
    })
    const { body: listed } = await call('GET', `/v1/${kind}`)
    expect(listed).toMatchObject({ items: [before] })
  })
})

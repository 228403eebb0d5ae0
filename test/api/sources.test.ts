import { expect, test } from 'vitest'
import * as z from 'zod'
import { makeStack, operator } from './stack.ts'

const settings = {
  kind: 'mail',
  brand: 'kettles',
  department: 'service',
  defaultRegion: 'GB',
  timeZone: 'Europe/London',
  ownIdentifiers: [{ type: 'email', value: 'help@example.com' }],
}

test('a source is configured, read back, and what was read can be put again', async () => {
  const { call } = makeStack()
  const put = await call('PUT', '/v1/sources/support', { groups: operator, body: settings })
  expect(put).toMatchObject({ status: 200, body: { id: 'support', ...settings } })
  const read = await call('GET', '/v1/sources/support', { groups: operator })
  expect(read.body).toEqual(put.body)
  expect((await call('PUT', '/v1/sources/support', { groups: operator, body: read.body })).body).toEqual(read.body)
})

test('how it signs its mails is kept, by language', async () => {
  const { call } = makeStack()
  const body = { ...settings, displayName: 'Kettles Help', signature: { en: 'Kettles\nexample.com', '*': 'Kettles' } }
  expect(await call('PUT', '/v1/sources/support', { groups: operator, body })).toMatchObject({ status: 200, body })
})

test('own identifiers are kept in the form that contacts are compared with', async () => {
  const { call } = makeStack()
  const ownIdentifiers = [
    { type: 'email', value: ' Help@Example.com' },
    { type: 'phone', value: '020 7946 0000' },
  ]
  expect(
    (await call('PUT', '/v1/sources/support', { groups: operator, body: { ...settings, ownIdentifiers } })).body,
  ).toMatchObject({
    ownIdentifiers: [
      { type: 'email', value: 'help@example.com' },
      { type: 'phone', value: '+442079460000' },
    ],
  })
})

test('a source that nobody configured is 404', async () => {
  expect((await makeStack().call('GET', '/v1/sources/support', { groups: operator })).status).toBe(404)
})

test.each([
  ['Support', settings],
  ['support', { ...settings, kind: 'fax' }],
  ['support', { ...settings, defaultRegion: 'gb' }],
  ['support', { ...settings, timeZone: 'Europe/Atlantis' }],
  ['support', { ...settings, defaultRegion: 'ZZ' }],
  ['support', { ...settings, ownIdentifiers: ['help@example.com'] }],
  ['support', { ...settings, displayName: '' }],
  ['support', { ...settings, signature: { english: 'Kettles' } }],
  ['support', { ...settings, ownIdentifiers: [{ type: 'phone', value: '12' }] }],
])('%s as %j is refused', async (id, body) => {
  const { call } = makeStack()
  expect((await call('PUT', `/v1/sources/${id}`, { groups: operator, body })).status).toBe(422)
  expect((await call('GET', '/v1/sources', { groups: operator })).body).toMatchObject({ items: [] })
})

test('pages list every source once', async () => {
  const { call } = makeStack()
  const ids = ['berlin', 'london', 'support', 'twilio', 'x']
  for (const id of ids) await call('PUT', `/v1/sources/${id}`, { groups: operator, body: settings })
  const pageSchema = z.object({ items: z.array(z.looseObject({ id: z.string() })), cursor: z.string().optional() })
  const listed: string[] = []
  let cursor = ''
  do {
    const page = pageSchema.parse((await call('GET', `/v1/sources?limit=2${cursor}`, { groups: operator })).body)
    listed.push(...page.items.map(({ id }) => id))
    cursor = page.cursor === undefined ? '' : `&cursor=${page.cursor}`
  } while (cursor !== '')
  expect(listed).toEqual(ids)
})

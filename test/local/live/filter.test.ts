import { expect, test, vi } from 'vitest'
import { matchesFilter } from '../../../local/host/stream/matches-filter.ts'
import { fixtureApp } from '../fixture-app.ts'
import { fixtureFunction, fromStream } from '../host/bundles.ts'
import { localHost } from '../host/local-host.ts'

const record = (pk: string) => ({ dynamodb: { Keys: { pk: { S: pk } } }, eventName: 'INSERT' })
const prefixed = (...prefixes: string[]) => ({
  dynamodb: { Keys: { pk: { S: prefixes.map(prefix => ({ prefix })) } } },
})

test.each([
  [[], 'any', true],
  [[prefixed('a#', 'b#')], 'b#1', true],
  [[prefixed('a#', 'b#')], 'c#1', false],
  [[prefixed('a#'), prefixed('c#')], 'c#1', true],
  [[{ eventName: ['REMOVE', 'INSERT'] }], 'a', true],
  [[{ eventName: ['REMOVE'] }], 'a', false],
  [[{ dynamodb: { NewImage: { pk: { S: ['a'] } } } }], 'a', false],
])('patterns %j let %s through: %s', (patterns, pk, expected) => {
  expect(matchesFilter(patterns, record(pk))).toBe(expected)
})

test('a rule that is not known is named instead of guessed', () => {
  const rule = { dynamodb: { Keys: { pk: { S: [{ 'anything-but': ['a'] }] } } } }
  expect(() => matchesFilter([rule], record('a'))).toThrow('anything-but')
})

test('the function sees what its source wants only, also after a restart', async () => {
  const told = fixtureFunction(`export const handler = async ({ Records }) => {
    for (const { dynamodb } of Records) await send(process.env.DEAD_QUEUE_URL, dynamodb.Keys.pk.S)
  }`)
  const FilterCriteria = { Filters: [{ Pattern: JSON.stringify(prefixed('wanted#')) }] }
  const app = fixtureApp({ told }, fromStream('told', { FilterCriteria }))
  const first = await localHost(app)
  const put = (host: typeof first, pk: string) => host.dynamoDb('PutItem', { Item: { pk: { S: pk }, sk: { S: 'x' } } })
  const heard = (host: typeof first, keys: string[]) =>
    vi.waitFor(() => expect(host.aws.queues.peek('dead')).toEqual(keys), { timeout: 20_000, interval: 50 })
  for (const pk of ['other#1', 'wanted#1', 'other#2']) await put(first, pk)
  await heard(first, ['wanted#1'])
  await first.stop()
  const second = await localHost(app, {}, first.dataDir)
  await put(second, 'wanted#2')
  await heard(second, ['wanted#1', 'wanted#2'])
})

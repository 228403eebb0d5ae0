import { expect, it } from 'vitest'
import * as z from 'zod'
import { insightKeys, liveKeyPrefixes, publishedKeyPrefixes } from '../../adapters/dynamodb/keys.ts'
import { isToldLive } from '../../adapters/dynamodb/live-events.ts'
import { property, referred, synthesized } from './synthesized.ts'

const prod = synthesized('prod')
const mappings = prod.ofType('AWS::Lambda::EventSourceMapping').filter(one => one.Properties.StartingPosition)

it('two functions read the stream of the table, which throttles beyond two', () => {
  const functions = mappings.flatMap(one => referred(one.Properties.FunctionName))
  const names = prod.ofType('AWS::Lambda::Function').filter(({ id }) => functions.includes(id))
  expect(names.map(one => property(one, 'FunctionName', z.string())).toSorted()).toEqual([
    'throughline-prod-notify-console',
    'throughline-prod-publish-changes',
  ])
})

it.each([
  ['notify-console', liveKeyPrefixes],
  ['publish-changes', publishedKeyPrefixes],
] as const)('%s is started by those changes alone that it tells of', (name, prefixes) => {
  const filterSchema = z.object({ Filters: z.array(z.object({ Pattern: z.string() })) })
  const functions = prod.ofType('AWS::Lambda::Function')
  const one = functions.find(each => property(each, 'FunctionName', z.string()).endsWith(`-${name}`))
  const mapping = mappings.find(({ Properties }) => referred(Properties.FunctionName).includes(one?.id ?? ''))
  const { Filters } = filterSchema.parse(mapping?.Properties.FilterCriteria)
  const patterns = Filters.map(({ Pattern }): unknown => JSON.parse(Pattern))
  const text = (...beginnings: string[]) => ({ S: beginnings.map(prefix => ({ prefix })) })
  const alike = Map.groupBy<string | undefined, { pk: string; sk?: string }>(prefixes, ({ sk }) => sk)
  const wanted = [...alike].map(([sk, keys]) => ({
    pk: text(...keys.map(({ pk }) => pk)),
    ...(sk !== undefined && { sk: text(sk) }),
  }))
  expect(patterns).toEqual(wanted.map(Keys => ({ dynamodb: { Keys } })))
  expect(patterns.length).toBeLessThanOrEqual(5)
})

it('what is told live starts notify-console', () => {
  for (const { pk, sk } of liveKeyPrefixes) expect(isToldLive({ pk: `${pk}x`, sk: sk ?? 'x' })).toBe(true)
})

it('what is told of a contact starts publish-changes, which has its reports told anew', () => {
  const { pk } = insightKeys.insight(1, { sortAt: '2026-03-01T00:00:00.000Z', contactId: 'a'.repeat(32) })
  expect(publishedKeyPrefixes.some(wanted => wanted.sk === undefined && pk.startsWith(wanted.pk))).toBe(true)
})

import { expect, it } from 'vitest'
import * as z from 'zod'
import { livePartitions } from '../../adapters/dynamodb/keys.ts'
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

it('notify-console is started by the partitions alone that it tells of', () => {
  const filterSchema = z.object({ Filters: z.tuple([z.object({ Pattern: z.string() })]) })
  const [pattern] = mappings.flatMap(({ Properties }) => {
    const parsed = filterSchema.safeParse(Properties.FilterCriteria)
    return parsed.success ? [parsed.data.Filters[0].Pattern] : []
  })
  const prefixes = livePartitions.map(prefix => ({ prefix }))
  expect(JSON.parse(pattern ?? '')).toEqual({ dynamodb: { Keys: { pk: { S: prefixes } } } })
  expect(isToldLive({ pk: 'X#elsewhere', sk: 'META' })).toBe(false)
})

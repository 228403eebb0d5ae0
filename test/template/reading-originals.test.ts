import { expect, it } from 'vitest'
import * as z from 'zod'
import { stageNames } from '../../lib/config/schema.ts'
import { property, synthesized } from './synthesized.ts'

const statementsSchema = z.object({ Statement: z.array(z.object({ Action: z.unknown(), Resource: z.unknown() })) })

it.each(stageNames)('in stage %s the API reads what came in and what was sent along, and no other object', stage => {
  const policies = synthesized(stage)
    .ofType('AWS::IAM::Policy')
    .filter(({ id }) => id.startsWith('ServeApi'))
  const reads = policies
    .flatMap(policy => property(policy, 'PolicyDocument', statementsSchema).Statement)
    .filter(({ Action }) => JSON.stringify(Action).includes('s3:GetObject'))
  expect(reads).toHaveLength(1)
  const below = JSON.stringify(reads[0]?.Resource).match(/"\/[^"]*"/g) ?? []
  expect(below.toSorted()).toEqual(['"/attachments/*"', '"/files/*"', '"/payloads/*"'])
})

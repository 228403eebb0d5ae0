import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { parseStage } from '../../lib/config/load.ts'
import { stageNames } from '../../lib/config/schema.ts'
import { stages } from '../../lib/config/stages.ts'
import { property, type Synthesized, stackOf, synthesize, synthesized } from './synthesized.ts'

const connectInstance = 'arn:aws:connect:eu-west-2:123456789012:instance/00000000-0000-4000-8000-000000000001'
const settings = { ...stages.prod, connectInstance }

const statementsSchema = z.object({ Statement: z.array(z.object({ Action: z.unknown(), Resource: z.unknown() })) })

const grants = ({ ofType }: Synthesized) =>
  ofType('AWS::IAM::Policy')
    .map(policy => ({ policy: policy.id, ...property(policy, 'PolicyDocument', statementsSchema) }))
    .flatMap(({ policy, Statement }) => Statement.map(statement => ({ policy, ...statement })))
    .filter(({ Action }) => JSON.stringify(Action).includes('connect:'))

describe('calls through Amazon Connect', () => {
  it.each(stageNames)('are off in stage %s as shipped', stage => {
    expect(grants(synthesized(stage))).toEqual([])
  })

  it('are begun by send-reply alone, in one instance', () => {
    expect(grants(synthesize(parseStage(settings)))).toEqual([
      {
        policy: expect.stringMatching(/^SendReply/),
        Action: 'connect:StartOutboundVoiceContact',
        Resource: `${connectInstance}/contact/*`,
      },
    ])
  })

  it('leave nothing to acknowledge', () => {
    const { violations } = new AwsSolutionsChecks().validateScope(stackOf(parseStage(settings)))
    expect(violations.map(({ ruleName }) => ruleName)).toEqual([])
  })

  it.each(['arn:aws:connect:eu-west-2:123456789012:instance/*', 'instance-1', ''])('of "%s" are refused', wrong => {
    expect(() => parseStage({ ...stages.prod, connectInstance: wrong })).toThrow('connectInstance: allowed: the ARN')
  })
})

import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { parseStage } from '../../lib/config/load.ts'
import { stageNames } from '../../lib/config/schema.ts'
import { stages } from '../../lib/config/stages.ts'
import { property, type Synthesized, stackOf, synthesize, synthesized } from './synthesized.ts'

const model = 'amazon.nova-lite-v1:0'
const place = { ...stages.prod, region: 'eu-west-1', account: '123456789012' }
const settings = { ...place, briefModel: model }

const statementsSchema = z.object({
  Statement: z.array(z.object({ Effect: z.string(), Action: z.unknown(), Resource: z.unknown() })),
})

const modelGrants = ({ ofType }: Synthesized) =>
  ofType('AWS::IAM::Policy')
    .map(policy => ({ policy: policy.id, ...property(policy, 'PolicyDocument', statementsSchema) }))
    .flatMap(({ policy, Statement }) => Statement.map(statement => ({ policy, ...statement })))
    .filter(({ Action }) => JSON.stringify(Action).includes('bedrock'))

const functionsWithModel = ({ ofType }: Synthesized, variable = /(BRIEF|INSIGHTS)_MODEL/): string[] =>
  ofType('AWS::Lambda::Function')
    .filter(({ Properties }) => variable.test(JSON.stringify(Properties.Environment ?? {})))
    .map(({ Properties }) => String(Properties.FunctionName))

describe('the model that rewrites briefs', () => {
  it.each(stageNames)('is off, as are all, in stage %s as shipped', stage => {
    expect(functionsWithModel(synthesized(stage))).toEqual([])
    expect(modelGrants(synthesized(stage))).toEqual([])
  })

  it('is named to the API alone, which may ask it and no other', () => {
    const made = synthesize(parseStage(settings))
    expect(functionsWithModel(made)).toEqual(['throughline-prod-serve-api'])
    made.template.hasResourceProperties('AWS::Lambda::Function', {
      FunctionName: 'throughline-prod-serve-api',
      Environment: { Variables: { BRIEF_MODEL: model } },
    })
    const resource = ['arn:', { Ref: 'AWS::Partition' }, `:bedrock:eu-west-1::foundation-model/${model}`]
    expect(modelGrants(made)).toEqual([
      {
        policy: expect.stringMatching(/^ServeApi/),
        Effect: 'Allow',
        Action: 'bedrock:InvokeModel',
        Resource: { 'Fn::Join': ['', resource] },
      },
    ])
  })

  it('leaves nothing to acknowledge', () => {
    const { violations } = new AwsSolutionsChecks().validateScope(stackOf(parseStage(settings)))
    expect(violations.map(({ ruleName }) => ruleName)).toEqual([])
  })
})

describe('the model that names topics and judges sentiment', () => {
  it('is named to those two alone, who may ask it and no other', () => {
    const made = synthesize(parseStage({ ...place, insightsModel: model }))
    const both = ['throughline-prod-index-search', 'throughline-prod-learn-topics']
    expect(functionsWithModel(made).sort()).toEqual(both)
    for (const FunctionName of both)
      made.template.hasResourceProperties('AWS::Lambda::Function', {
        FunctionName,
        Environment: { Variables: { INSIGHTS_MODEL: model } },
      })
    const resource = ['arn:', { Ref: 'AWS::Partition' }, `:bedrock:eu-west-1::foundation-model/${model}`]
    const grant = { Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: { 'Fn::Join': ['', resource] } }
    expect(modelGrants(made).sort((a, b) => (a.policy < b.policy ? -1 : 1))).toEqual([
      { policy: expect.stringMatching(/^IndexSearch/), ...grant },
      { policy: expect.stringMatching(/^LearnTopics/), ...grant },
    ])
  })

  it("is one of the stage's own region, and none of local", () => {
    expect(() => parseStage({ ...place, insightsModel: 'eu.amazon.nova-lite-v1:0' })).toThrow(
      'insightsModel: allowed: the id of a foundation model',
    )
    expect(() => parseStage({ ...stages.local, insightsModel: model })).toThrow('insightsModel: no such setting')
  })
})

describe('the setting briefModel', () => {
  it.each(['anthropic.claude-3-haiku-20240307-v1:0', 'amazon.nova-lite-v1:0', 'mistral.mistral-7b-instruct-v0:2'])(
    'takes %s',
    briefModel => {
      expect(parseStage({ ...stages.prod, briefModel })).toMatchObject({ briefModel })
    },
  )

  it.each([
    'eu.amazon.nova-lite-v1:0',
    'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0',
    'amazon.nova-*',
    'nova',
    '',
  ])('refuses "%s"', briefModel => {
    expect(() => parseStage({ ...stages.prod, briefModel })).toThrow(
      'briefModel: allowed: the id of a foundation model',
    )
  })

  it('is none of local, which asks no cloud', () => {
    expect(() => parseStage({ ...stages.local, briefModel: model })).toThrow('briefModel: no such setting')
  })
})

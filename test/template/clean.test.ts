import { App, Stack } from 'aws-cdk-lib'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, it } from 'vitest'
import { loadStage } from '../../lib/config/load.ts'
import { stageNames } from '../../lib/config/schema.ts'
import { stackOf } from './synthesized.ts'

const violations = (stack: Stack): string[] =>
  new AwsSolutionsChecks().validateScope(stack).violations.map(({ ruleName, violatingResources }) => {
    const paths = violatingResources.map(resource => 'constructPath' in resource && resource.constructPath)
    return `${ruleName}: ${paths.join(', ')}`
  })

describe('cdk-nag', () => {
  it.each(stageNames)('finds nothing in stage %s that is not acknowledged with its reason', stage => {
    expect(violations(stackOf(loadStage(stage)))).toEqual([])
  })

  it('would find an open queue', () => {
    const stack = new Stack(new App(), 'Careless')
    new Queue(stack, 'Queue')
    expect(violations(stack).join()).toContain('AwsSolutions-SQS3')
  })
})

describe('the template validation of aws-cdk-lib', () => {
  it.each(stageNames)('finds nothing in stage %s', stage => {
    delete process.env.CDK_VALIDATION
    const app = stackOf(loadStage(stage)).node.root
    expect(App.isApp(app)).toBe(true)
    if (App.isApp(app)) expect(() => app.synth()).not.toThrow()
  })
})

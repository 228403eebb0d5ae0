import { CustomResource, Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import type { Foundation } from '../stacks/foundation.ts'
import { statementWithoutResource } from '../wildcard-exceptions.ts'
import { BundledFunction } from './bundled-function.ts'

export type RuleSetActivationProps = { foundation: Foundation; ruleSetName: string }

/**
 * Makes the rule set the active one, of which an account has one per region. CloudFormation has no resource for that.
 * Where another is active, the deploy stops and prints what to do: docs/decisions/0044-active-rule-set.md.
 */
export class RuleSetActivation extends Construct {
  constructor(scope: Construct, id: string, { foundation, ruleSetName }: RuleSetActivationProps) {
    super(scope, id)
    const { config, alarms } = foundation
    const activator = new BundledFunction(this, 'Activator', {
      config,
      alarms,
      name: 'activate-rule-set',
      description: 'Activates the SES receipt rule set unless another is active',
      environment: {},
      statements: [statementWithoutResource('ses:DescribeActiveReceiptRuleSet', 'ses:SetActiveReceiptRuleSet')],
      memoryMegabytes: 256,
      timeout: Duration.seconds(30),
      errorImpact: 'Mail may not be received: whether the rule set is active is unknown.',
      runbook: 'activate-rule-set-fails',
    })
    const resource = new CustomResource(this, 'ActiveRuleSet', {
      serviceToken: activator.function.functionArn,
      serviceTimeout: Duration.minutes(2),
      resourceType: 'Custom::ActiveReceiptRuleSet',
      properties: { RuleSetName: ruleSetName },
    })
    resource.node.addDependency(activator)
  }
}

import { Duration, Stack } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import type { StageConfig } from '../config/schema.ts'

/** What an operator is told: what customers and colleagues notice, and the article in docs/runbook.md. */
export type Impact = { errorImpact: string; runbook: string }

export type AlarmProps = Impact & {
  metric: IMetric
  /** The alarm rings when the metric is above this, for as many of its periods as `periods` says (1). */
  above: number
  periods?: number
}

/** The one period of every metric that an alarm watches. */
export const alarmPeriod = Duration.minutes(5)

/** Every alarm of the stage, on one topic. The texts hold no personal data, so the topic needs no key of its own. */
export class Alarms extends Construct {
  readonly all: Alarm[] = []
  private readonly topic: Topic
  private readonly stage: string

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id)
    this.stage = config.stage
    this.topic = new Topic(this, 'Topic', { enforceSSL: true })
    this.topic.addToResourcePolicy(alarmsMayPublish(this.topic))
    if (config.stage !== 'local') this.topic.addSubscription(new EmailSubscription(config.alarmEmail))
  }

  /** Adds an alarm named after its stage and `name`; silence is no alarm. */
  ring(name: string, { metric, above, periods = 1, errorImpact, runbook }: AlarmProps): void {
    const alarm = new Alarm(this, name, {
      alarmName: `throughline-${this.stage}-${name}`,
      alarmDescription: `${errorImpact} See docs/runbook.md#${runbook}`,
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(this.topic))
    alarm.addOkAction(new SnsAction(this.topic))
    this.all.push(alarm)
  }
}

/** A topic with a policy, which `enforceSSL` makes, is closed to alarms of its own account unless the policy says so. */
const alarmsMayPublish = (topic: Topic): PolicyStatement =>
  new PolicyStatement({
    principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
    actions: ['sns:Publish'],
    resources: [topic.topicArn],
    conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(topic).account } },
  })

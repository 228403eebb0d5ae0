import { Duration, Validations } from 'aws-cdk-lib'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { type Alarms, alarmPeriod } from './alarms.ts'
import { FollowerQueues } from './follower-queues.ts'
import { encryptedQueue, WorkQueue } from './work-queue.ts'

/** How long the function behind each queue may take; its visibility timeout follows. */
export const consumerTimeouts = {
  record: Duration.seconds(30),
  split: Duration.minutes(5),
  audit: Duration.seconds(30),
}

export type QueuesProps = { stage: string; alarms: Alarms }

/** Every queue of a stage. */
export class Queues extends Construct {
  readonly record: WorkQueue
  readonly split: WorkQueue
  readonly audit: WorkQueue
  readonly conversations: WorkQueue
  readonly search: WorkQueue
  readonly counts: WorkQueue
  readonly outbox: WorkQueue
  readonly routing: WorkQueue
  readonly automations: WorkQueue
  readonly hooks: WorkQueue
  readonly archive: WorkQueue
  readonly reports: WorkQueue
  /** Where Lambda notes which changes of the table could not be published. */
  readonly streamFailures: Queue

  constructor(scope: Construct, id: string, { stage, alarms }: QueuesProps) {
    super(scope, id)
    this.record = new WorkQueue(this, 'Record', {
      ...{ stage, alarms, name: 'record', consumerTimeout: consumerTimeouts.record },
      late: {
        after: Duration.minutes(15),
        errorImpact: 'Mails, calls and mentions reach the timeline late: an agent does not see what was just said.',
        runbook: 'record-queue-late',
      },
      dead: {
        errorImpact: 'Some contacts are missing from timelines until they are replayed; their raw payloads are kept.',
        runbook: 'record-dead-letters',
      },
    })
    this.split = new WorkQueue(this, 'Split', {
      ...{ stage, alarms, name: 'split', consumerTimeout: consumerTimeouts.split },
      late: {
        after: Duration.hours(1),
        errorImpact: 'An import does not move on: history is missing from timelines, nothing new is affected.',
        runbook: 'split-queue-late',
      },
      dead: {
        errorImpact: 'An import stopped part way; the file is kept and the import can be replayed.',
        runbook: 'split-dead-letters',
      },
    })
    this.audit = new WorkQueue(this, 'Audit', {
      ...{ stage, alarms, name: 'audit', consumerTimeout: consumerTimeouts.audit },
      late: {
        after: Duration.minutes(15),
        errorImpact: 'The audit lags: who read or changed a customer just now cannot be told yet.',
        runbook: 'audit-queue-late',
      },
      dead: {
        errorImpact: 'Audit records are missing: who read or changed some customer cannot be told until replayed.',
        runbook: 'audit-dead-letters',
      },
    })
    const followers = new FollowerQueues(this, 'Followers', { stage, alarms })
    this.conversations = followers.conversations
    this.search = followers.search
    this.counts = followers.counts
    this.outbox = followers.outbox
    this.routing = followers.routing
    this.automations = followers.automations
    this.hooks = followers.hooks
    this.archive = followers.archive
    this.reports = followers.reports
    this.streamFailures = this.streamFailureQueue(stage, alarms)
  }

  /** Those that a replay may send to. */
  get all(): WorkQueue[] {
    return [
      this.record,
      this.split,
      this.audit,
      this.conversations,
      this.search,
      this.counts,
      this.outbox,
      this.routing,
      this.automations,
      this.hooks,
      this.archive,
      this.reports,
    ]
  }

  private streamFailureQueue(stage: string, alarms: Alarms): Queue {
    const queue = encryptedQueue(this, 'StreamFailures', `throughline-${stage}-stream-failures`, Duration.minutes(1))
    const reason = 'It is where failures end; an operator reads it, no function does.'
    Validations.of(queue).acknowledge({ id: 'AwsSolutions-SQS3', reason })
    alarms.ring('stream-failures', {
      metric: queue.metricApproximateNumberOfMessagesVisible({ period: alarmPeriod, statistic: 'Maximum' }),
      above: 0,
      errorImpact: 'Some changes did not reach conversations, search or audit; timelines are complete.',
      runbook: 'stream-failures',
    })
    return queue
  }
}

import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { type Alarms, alarmPeriod, type Impact } from './alarms.ts'

/** SQS keeps a message fourteen days at most. */
export const longestRetention = Duration.days(14)

/** How long set-aside-dead may take for a batch of dead letters. */
export const deadLetterTimeout = Duration.seconds(30)

/** Five tries, then a message goes to the dead letters. */
const maxReceiveCount = 5

export type WorkQueueProps = {
  stage: string
  name: string
  alarms: Alarms
  /** The timeout of the function that reads the queue. */
  consumerTimeout: Duration
  /** Rings when the oldest message is older than `after`. */
  late: Impact & { after: Duration }
  /** Rings when a message was given up. */
  dead: Impact
}

/** A queue of work, its dead letters, and the alarms of both. Messages are encrypted by SQS and travel by TLS only. */
export class WorkQueue extends Construct {
  readonly queue: Queue
  readonly deadLetters: Queue

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id)
    const name = `throughline-${props.stage}-${props.name}`
    this.deadLetters = encryptedQueue(this, 'DeadLetters', `${name}-dead`, visibilityFor(deadLetterTimeout))
    this.queue = new Queue(this, 'Queue', {
      ...encrypted,
      queueName: name,
      visibilityTimeout: visibilityFor(props.consumerTimeout),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount },
    })
    props.alarms.ring(`${props.name}-queue-late`, {
      ...props.late,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: alarmPeriod, statistic: 'Maximum' }),
      above: props.late.after.toSeconds(),
    })
    props.alarms.ring(`${props.name}-dead-letters`, {
      ...props.dead,
      metric: deadLetterCount(this.deadLetters),
      above: 0,
    })
  }
}

const encrypted = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, removalPolicy: RemovalPolicy.DESTROY }

/** Six times the function's timeout, as AWS advises for event source mappings: else a slow batch is handed out twice. */
const visibilityFor = (timeout: Duration): Duration => Duration.seconds(6 * timeout.toSeconds())

/** A queue that keeps its messages as long as SQS can. */
export const encryptedQueue = (scope: Construct, id: string, queueName: string, visibilityTimeout: Duration): Queue =>
  new Queue(scope, id, { ...encrypted, queueName, visibilityTimeout, retentionPeriod: longestRetention })

/** Counts both what lies there and what set-aside-dead already took away; messages moved there count as neither sent. */
const deadLetterCount = (queue: Queue): MathExpression =>
  new MathExpression({
    expression: 'FILL(waiting, 0) + FILL(taken, 0)',
    label: 'dead letters',
    period: alarmPeriod,
    usingMetrics: {
      waiting: queue.metricApproximateNumberOfMessagesVisible({ period: alarmPeriod, statistic: 'Maximum' }),
      taken: queue.metricNumberOfMessagesReceived({ period: alarmPeriod, statistic: 'Sum' }),
    },
  })

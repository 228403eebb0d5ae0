import type { Duration } from 'aws-cdk-lib'
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { consume } from '../permissions.ts'
import { BundledFunction, type FunctionProps } from './bundled-function.ts'

export type QueueFunctionProps = FunctionProps & {
  /** The queues it reads, by name. */
  queues: Record<string, Queue>
  batchSize: number
  /** The most functions at once, from 2. Unlike reserved concurrency it makes the poller wait and burns no tries. */
  maxConcurrency?: number
  /** How long the poller gathers messages for a batch; AWS demands it for more than ten. */
  gather?: Duration
}

/** A function that reads queues. Only the messages that it reports as failed go back. */
export class QueueFunction extends BundledFunction {
  constructor(
    scope: Construct,
    id: string,
    { queues, batchSize, maxConcurrency, gather, ...props }: QueueFunctionProps,
  ) {
    super(scope, id, { ...props, statements: [consume(...Object.values(queues)), ...props.statements] })
    for (const [name, queue] of Object.entries(queues)) {
      new EventSourceMapping(this, `From${name}`, {
        target: this.function,
        eventSourceArn: queue.queueArn,
        batchSize,
        reportBatchItemFailures: true,
        ...(maxConcurrency === undefined ? {} : { maxConcurrency }),
        ...(gather === undefined ? {} : { maxBatchingWindow: gather }),
      })
    }
  }
}

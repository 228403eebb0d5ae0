import type { LocalAws } from '../../proxy/start-aws.ts'
import type { Report } from '../../report.ts'
import type { PoolOf } from '../functions/start-functions.ts'
import { QueuePoller } from './queue-poller.ts'

/** 1, 2, 4 … seconds: five tries within a quarter of a minute, for which the cloud takes as many visibility timeouts. */
const doubling = (receiveCount: number): number => 2 ** (receiveCount - 1)

/** A poller for each queue that feeds a function. */
export const startQueuePollers = (
  { app, queues }: LocalAws,
  poolOf: PoolOf,
  retryAfterSeconds = doubling,
  report: Report,
): QueuePoller[] =>
  app.queueSources.map(
    source =>
      new QueuePoller({
        source,
        queue: queues.consumer(source.queue),
        pool: poolOf(source.function),
        retryAfterSeconds,
        report,
      }),
  )

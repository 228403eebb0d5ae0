import { setTimeout as pause } from 'node:timers/promises'
import type { QueueConsumer, ReceivedMessage } from '../../engines/queue-consumer.ts'
import type { Report } from '../../report.ts'
import type { QueueSource } from '../../template/event-sources.ts'
import { failedItems } from '../batch-failures.ts'
import type { FunctionPool } from '../functions/function-pool.ts'
import { sqsEvent } from './sqs-event.ts'

export type QueuePollerSettings = {
  source: QueueSource
  queue: QueueConsumer
  pool: FunctionPool
  /** When a failed message is tried again, by how often it was received. In the cloud: the visibility timeout. */
  retryAfterSeconds: (receiveCount: number) => number
  report: Report
}

/**
 * Feeds a function with the messages of a queue, side by side as often as the function may run. What succeeded is
 * deleted, what failed comes again, until the queue moves it to its dead letters.
 */
export class QueuePoller {
  #settings: QueuePollerSettings
  #stopped = false
  #loops: Promise<void>[]

  constructor(settings: QueuePollerSettings) {
    this.#settings = settings
    this.#loops = Array.from({ length: settings.pool.concurrency }, () => this.#poll())
  }

  /** Takes no more messages; resolves when those in flight have ended. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#settings.queue.wake()
    await Promise.all(this.#loops)
  }

  async #poll(): Promise<void> {
    const { source, queue, report } = this.#settings
    while (!this.#stopped) {
      try {
        const messages = queue.receive(source.batchSize)
        if (messages.length === 0) await queue.arrival(20)
        else await this.#handle(messages)
      } catch (error) {
        report(`The queue ${source.queue} cannot be read: ${error instanceof Error ? error.message : error}`)
        await pause(1000)
      }
    }
  }

  async #handle(messages: ReceivedMessage[]): Promise<void> {
    const { source, queue } = this.#settings
    const failed = await this.#failed(messages)
    const handles = (wanted: boolean) =>
      messages.filter(({ messageId }) => failed.has(messageId) === wanted).map(({ receiptHandle }) => receiptHandle)
    queue.remove(handles(false))
    if (failed.size === 0 || this.#stopped) return
    const received = Math.max(...messages.map(({ receiveCount }) => receiveCount))
    queue.giveBack(handles(true), this.#settings.retryAfterSeconds(received))
    this.#settings.report(`${source.function} failed at messages of ${source.queue}, which come again`)
  }

  async #failed(messages: ReceivedMessage[]): Promise<Set<string>> {
    const { source, pool, report } = this.#settings
    const all = messages.map(({ messageId }) => messageId)
    try {
      const answer = await pool.invoke(sqsEvent(source.queue, messages))
      if (!source.partialFailures) return new Set()
      return failedItems(answer, all) ?? new Set(all)
    } catch (error) {
      if (!this.#stopped) report(error instanceof Error ? error.message : `${error}`)
      return new Set(all)
    }
  }
}

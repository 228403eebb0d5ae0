import { SnsStore } from '../../node_modules/fauxqs/dist/sns/snsStore.js'
import { type SqsQueue, SqsStore } from '../../node_modules/fauxqs/dist/sqs/sqsStore.js'
import type { QueueDatabase } from './queue-database.ts'

/**
 * fauxqs' queues, read from the database, with addresses of this run, and with each receive in one transaction: on its
 * way to a dead-letter queue a message is deleted and inserted, and a kill -9 in between must not lose it.
 */
export class AtomicSqsStore extends SqsStore {
  urlOf: (name: string) => string
  #database: QueueDatabase

  constructor(database: QueueDatabase, urlOf: (name: string) => string) {
    super()
    this.urlOf = urlOf
    this.#database = database
    database.loadSqsAndSns(this, new SnsStore())
    this.persistence = database
    for (const queue of this.allQueues()) queue.persistence = database
  }

  override createQueue(
    name: string,
    _url: string,
    arn: string,
    attributes?: Record<string, string>,
    tags?: Record<string, string>,
  ): SqsQueue {
    const queue = super.createQueue(name, this.urlOf(name), arn, attributes, tags)
    const dequeue = queue.dequeue.bind(queue)
    queue.dequeue = (...wanted) => this.#database.atomically(() => dequeue(...wanted))
    return queue
  }
}

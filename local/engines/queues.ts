import { join } from 'node:path'
import { buildApp } from 'fauxqs'
import { S3Store } from '../../node_modules/fauxqs/dist/s3/s3Store.js'
import { SnsStore } from '../../node_modules/fauxqs/dist/sns/snsStore.js'
import { SqsStore } from '../../node_modules/fauxqs/dist/sqs/sqsStore.js'
import { damaged } from '../data/damaged.ts'
import { account, arnOf } from './account.ts'
import { type QueueConsumer, queueConsumer } from './queue-consumer.ts'
import { type Fsync, QueueDatabase } from './queue-database.ts'
import { AtomicSqsStore } from './queue-store.ts'

export type QueueDepth = { waiting: number; inFlight: number; delayed: number }

/** SQS on disk. It listens nowhere itself: the AWS front routes requests to it. */
export type QueueEngine = {
  /** Fastify's router: handles one SQS request of the AWS JSON protocol. */
  handle: ReturnType<typeof buildApp>['routing']
  urlOf: (name: string) => string
  /** Creates the queue, or gives an existing one these attributes; its messages stay. */
  ensureQueue: (name: string, attributes: Record<string, string>) => void
  /** Durable when it returns. Throws when there is no such queue. */
  send: (name: string, body: string) => void
  depth: (name: string) => QueueDepth | undefined
  /** The bodies of the messages that wait, oldest first, without receiving them. */
  peek: (name: string) => string[]
  /** For the pollers. Throws when there is no such queue. */
  consumer: (name: string) => QueueConsumer
  stop: () => Promise<void>
}

/** Says why a request is refused, or nothing. */
export type QueueGuard = (request: { accessKeyId: string; operation: string; input: unknown }) => string | undefined

export type QueueSettings = {
  dataDir: string
  fsync: Fsync
  guard: QueueGuard
  accessKeyOf: (headers: Headers) => string
}
type Headers = Record<string, string | string[] | undefined>

/**
 * Starts fauxqs for SQS, with its messages in `dataDir`. What was in flight when the last process ended is handed out
 * again at once: its consumers died with it, and waiting for their time-outs would only delay the restart.
 */
export async function startQueues(settings: QueueSettings, endpoint: () => string): Promise<QueueEngine> {
  const database = openDatabase(settings)
  const store = new AtomicSqsStore(database, name => `${endpoint()}/${account.id}/${name}`)
  const app = buildApp({
    logger: false,
    defaultRegion: account.region,
    stores: { sqsStore: store, snsStore: new SnsStore(), s3Store: new S3Store() },
  })
  app.addHook('preHandler', (request, reply, next) => {
    const operation = `${request.headers['x-amz-target'] ?? ''}`.replace('AmazonSQS.', '')
    const refusal = settings.guard({
      accessKeyId: settings.accessKeyOf(request.headers),
      operation,
      input: request.body,
    })
    if (refusal !== undefined)
      reply.status(403).send({ __type: 'com.amazonaws.sqs#AccessDeniedException', message: refusal })
    else if (writesMany.has(operation)) database.atomically(next)
    else next()
  })
  await app.ready()
  return {
    handle: app.routing,
    urlOf: store.urlOf,
    ensureQueue: (name, attributes) => ensureQueue(store, name, attributes),
    send: (name, body) => send(store, name, body),
    depth: name => depth(store, name),
    peek: name => store.getQueueByName(name)?.messages.map(({ body }) => body) ?? [],
    consumer: name => queueConsumer(store, database, name),
    stop: async () => {
      await app.close()
      store.shutdown()
      database.close()
    },
  }
}

/** These are done when `next` returns, and answered after that: one commit covers all their messages. */
const writesMany = new Set(['SendMessageBatch', 'DeleteMessageBatch', 'ChangeMessageVisibilityBatch'])

function openDatabase({ dataDir, fsync }: QueueSettings): QueueDatabase {
  try {
    return new QueueDatabase(dataDir, fsync)
  } catch (error) {
    throw damaged(join(dataDir, 'fauxqs.db'), error)
  }
}

function ensureQueue(store: SqsStore, name: string, attributes: Record<string, string>): void {
  const existing = store.getQueueByName(name)
  if (existing) existing.setAttributes(attributes)
  else store.createQueue(name, '', arnOf('sqs', name), attributes)
}

function send(store: SqsStore, name: string, body: string): void {
  const queue = store.getQueueByName(name)
  if (!queue) throw new Error(`there is no queue ${name}`)
  queue.enqueue(SqsStore.createMessage(body))
}

function depth(store: SqsStore, name: string): QueueDepth | undefined {
  const queue = store.getQueueByName(name)
  return (
    queue && {
      waiting: queue.messages.length,
      inFlight: queue.inflightMessages.size,
      delayed: queue.delayedMessages.length,
    }
  )
}

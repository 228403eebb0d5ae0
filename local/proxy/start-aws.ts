import { once } from 'node:events'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { readSecrets } from '../data/secrets-file.ts'
import { Connections } from '../engines/connections.ts'
import type { DynamoEngine } from '../engines/dynoxide.ts'
import type { ObjectRecord } from '../engines/objects/object-index.ts'
import { ObjectStore } from '../engines/objects/object-store.ts'
import type { Fsync } from '../engines/queue-database.ts'
import { type QueueEngine, startQueues } from '../engines/queues.ts'
import { ensureTable } from '../engines/tables.ts'
import { limitedReport, type Report } from '../report.ts'
import { LocalAthena } from '../sql/local-athena.ts'
import { startInTurn } from '../start-in-turn.ts'
import type { LocalApp } from '../template/local-app.ts'
import { type AwsServices, createAwsFront, guardQueues } from './aws-front.ts'
import { accessKeyOf, Callers, type Credentials } from './callers.ts'
import { announcementsOf } from './s3/object-created.ts'
import { folderOutbox, relayOutbox } from './ses-outbox.ts'

export type AwsSettings = {
  dataDir: string
  fsync: Fsync
  dynamo: DynamoEngine
  /** Reads the app once the address of the front is known, because queue URLs contain it. */
  readApp: (endpoint: string) => LocalApp
  /** The SMTP server that mail is handed to; a folder keeps it, when not given. */
  smtpRelay?: string | undefined
  /** Told what a function was refused; standard error, when not given. */
  report?: Report
}

/** "AWS" on this machine: one address, the engines behind it and everything the template wants in them. */
export type LocalAws = {
  endpoint: string
  app: LocalApp
  callers: Callers
  /** Credentials that may do everything, for the host's own calls. */
  host: Credentials
  queues: QueueEngine
  store: ObjectStore
  /** The open connections of the WebSocket API. */
  connections: Connections
  /** The ARN of each table's stream, by table name. */
  streams: Map<string, string>
  /** Where sent mail lies, or which server it is handed to. */
  sentMail: string
  /** How many announcements of an earlier run, stored but not sent, were sent at this start. */
  announced: number
  stop: () => Promise<void>
}

/**
 * Starts queues and objects on disk, makes what the template describes, and listens on a free port of 127.0.0.1. What
 * was started is stopped again when a later part fails.
 */
export const startAws = (settings: AwsSettings): Promise<LocalAws> =>
  startInTurn(onStop => startParts(settings, onStop))

async function startParts(
  { dataDir, fsync, dynamo, readApp, smtpRelay, report = console.error }: AwsSettings,
  onStop: (stop: () => Promise<void> | void) => void,
): Promise<Omit<LocalAws, 'stop'>> {
  const callers = new Callers(limitedReport(report, Date.now))
  const services: { current?: AwsServices } = {}
  const server = createAwsFront(() => services.current)
  const endpoint = await listen(server)
  onStop(() => hangUp(server))
  const app = readApp(endpoint)
  const queueSettings = { dataDir: join(dataDir, 'queues'), fsync, guard: guardQueues(callers), accessKeyOf }
  const queues = await startQueues(queueSettings, () => endpoint)
  onStop(queues.stop)
  for (const { name, attributes } of app.queues) queues.ensureQueue(name, attributes)
  const deliver = ({ queue, message }: { queue: string; message: string }) => queues.send(queue, message)
  const store = new ObjectStore(join(dataDir, 'objects'), fsync, announcementsOf(app.buckets), deliver)
  onStop(() => store.close())
  const athena = athenaOver(store, join(dataDir, 'sql', 'athena'))
  onStop(() => athena.close())
  const host = callers.issue('the host', 'everything')
  const streams = await makeTables(dynamo.endpoint, host, app)
  const secrets = () => readSecrets(dataDir)
  const live = { connections: new Connections(), sockets: app.sockets }
  const folder = join(dataDir, 'outbox')
  const outbox = smtpRelay ? relayOutbox(smtpRelay) : folderOutbox(folder, Date.now)
  services.current = { callers, queues, store, buckets: app.buckets, secrets, outbox, athena, ...live }
  const { connections } = live
  const sentMail = smtpRelay ?? folder
  return { endpoint, app, callers, host, queues, store, connections, streams, sentMail, announced: store.payDebts() }
}

function athenaOver(store: ObjectStore, folder: string): LocalAthena {
  const bytes = (record: ObjectRecord) => store.readSmall(record, { start: 0, end: record.size - 1 })
  return new LocalAthena({ source: { bucketsWith: store.bucketsWith, list: store.list, bytes }, folder, now: Date.now })
}

function hangUp(server: Server): void {
  server.close()
  server.closeAllConnections()
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the operating system gave no TCP port')
  return `http://127.0.0.1:${address.port}`
}

async function makeTables(endpoint: string, host: Credentials, app: LocalApp): Promise<Map<string, string>> {
  const streams = new Map<string, string>()
  for (const plan of app.tables) {
    const stream = await ensureTable({ endpoint, accessKeyId: host.accessKeyId }, plan)
    if (stream !== undefined) streams.set(plan.name, stream)
  }
  return streams
}

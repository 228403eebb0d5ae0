import { join } from 'node:path'
import type { DynamoEngine } from '../engines/dynoxide.ts'
import type { LocalAws } from '../proxy/start-aws.ts'
import { StartError } from '../start-error.ts'
import type { LocalApp } from '../template/local-app.ts'
import { ExpirySweep } from './expiry-sweep.ts'
import { startFunctions } from './functions/start-functions.ts'
import type { VerifyToken } from './http/authorize.ts'
import { type HttpFrontSettings, startHttpFront } from './http/http-front.ts'
import { QueuePoller } from './queues/queue-poller.ts'
import type { Report } from './report.ts'
import { CheckpointFile } from './stream/checkpoint-file.ts'
import { StreamPoller } from './stream/stream-poller.ts'
import { StreamReader } from './stream/stream-reader.ts'

export type HostSettings = {
  aws: LocalAws
  dynamo: DynamoEngine
  dataDir: string
  port: number
  verifyToken: VerifyToken
  extraRoute?: HttpFrontSettings['extraRoute']
  /** Instances of a function at once, where it should not be what the template says. */
  concurrency?: Record<string, number>
  /** When a message is tried again that a function failed at. */
  retryAfterSeconds?: (receiveCount: number) => number
  report?: Report
}

export type Host = { url: string; stop: () => Promise<void> }

const sweepEveryMs = 30_000

/** One, two, four … seconds: five tries within a quarter of a minute, where the cloud takes a quarter of an hour. */
const doubling = (receiveCount: number): number => 2 ** (receiveCount - 1)

/**
 * Runs the functions of the app: for HTTP requests, for messages of queues and for changes of tables. Resolves when
 * requests are answered. Throws `StartError` for what the template wants and this host cannot.
 */
export async function startHost(settings: HostSettings): Promise<Host> {
  const { aws, port, verifyToken, extraRoute = () => undefined, report = console.error } = settings
  refuseUnknown(aws.app)
  const functions = startFunctions(aws, join(settings.dataDir, 'logs'), settings.concurrency ?? {})
  const http = await startHttpFront({
    port,
    routes: aws.app.routes,
    poolOf: functions.poolOf,
    verifyToken,
    extraRoute,
    report,
  })
  const sources = [
    ...queuePollers(settings, functions.poolOf, report),
    ...streamPollers(settings, functions.poolOf, report),
  ]
  const sweeps = expirySweeps(settings, report)
  const stop = async () => {
    await http.stop()
    const ended = Promise.all([...sources, ...sweeps].map(source => source.stop()))
    await Promise.race([ended, new Promise(resolve => setTimeout(resolve, 5000))])
    await functions.stop()
    await ended
  }
  return { url: `http://127.0.0.1:${http.port}`, stop }
}

function refuseUnknown({ schedules, queueSources, streamSources }: LocalApp): void {
  if (schedules.length > 0) throw new StartError('The template has schedules, which the local stack does not run yet.')
  if ([...queueSources, ...streamSources].some(({ patterns }) => patterns.length > 0))
    throw new StartError('The template filters events of a source, which the local stack does not do yet.')
}

type PoolOf = ReturnType<typeof startFunctions>['poolOf']

const queuePollers = (
  { aws, retryAfterSeconds = doubling }: HostSettings,
  poolOf: PoolOf,
  report: Report,
): QueuePoller[] =>
  aws.app.queueSources.map(
    source =>
      new QueuePoller({
        source,
        queue: aws.queues.consumer(source.queue),
        pool: poolOf(source.function),
        retryAfterSeconds,
        report,
      }),
  )

function streamPollers({ aws, dynamo, dataDir }: HostSettings, poolOf: PoolOf, report: Report): StreamPoller[] {
  const target = { endpoint: dynamo.endpoint, accessKeyId: aws.host.accessKeyId }
  return aws.app.streamSources.map(source => {
    const streamArn = aws.streams.get(source.table)
    if (streamArn === undefined) throw new StartError(`The table ${source.table} has no stream for ${source.function}.`)
    return new StreamPoller({
      source,
      reader: new StreamReader(target, streamArn),
      checkpoints: new CheckpointFile(
        join(dataDir, 'checkpoints', `${source.function}.${source.table}.json`),
        streamArn,
      ),
      pool: poolOf(source.function),
      send: aws.queues.send,
      report,
    })
  })
}

function expirySweeps({ aws, dynamo }: HostSettings, report: Report): ExpirySweep[] {
  const target = { endpoint: dynamo.endpoint, accessKeyId: aws.host.accessKeyId }
  const now = () => Math.floor(Date.now() / 1000)
  return aws.app.tables.flatMap(table =>
    table.timeToLive === undefined
      ? []
      : [new ExpirySweep({ target, table, timeToLive: table.timeToLive, now, everyMs: sweepEveryMs, report })],
  )
}

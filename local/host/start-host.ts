import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { DynamoEngine } from '../engines/dynoxide.ts'
import type { LocalAws } from '../proxy/start-aws.ts'
import { limitedReport, type Report } from '../report.ts'
import { StartError } from '../start-error.ts'
import type { LocalApp } from '../template/local-app.ts'
import { startSweeps } from './expiry/start-sweeps.ts'
import { startFunctions } from './functions/start-functions.ts'
import type { VerifyToken } from './http/authorize.ts'
import { type HttpFrontSettings, startHttpFront } from './http/http-front.ts'
import { cloudLimits, SocketFront } from './live/socket-front.ts'
import { startQueuePollers } from './queues/start-queue-pollers.ts'
import { planSchedules, runNow, startSchedules } from './schedules/start-schedules.ts'
import { startStreamPollers } from './stream/start-stream-pollers.ts'

export type HostSettings = {
  aws: LocalAws
  dynamo: DynamoEngine
  dataDir: string
  port: number
  verifyToken: VerifyToken
  extraRoute?: HttpFrontSettings['extraRoute']
  /** Instances of a function at once, where it should not be what the template says. */
  concurrency?: Record<string, number>
  /** When a message is tried again that a function failed at; 1, 2, 4 … when not given. */
  retryAfterSeconds?: (receiveCount: number) => number
  /** When connections end by themselves; as in the cloud, when not given. */
  socketLimits?: typeof cloudLimits
  /** Told what failed; standard error, when not given. */
  report?: Report
}

export type Host = {
  url: string
  /** Runs a function now that runs by the clock; resolves when it has ended. Throws what it failed with. */
  runNow: (name: string) => Promise<void>
  stop: () => Promise<void>
}

/** How long functions may go on when the host stops; what they have not finished comes again at the next start. */
const stopMs = 5000

/**
 * Runs the functions of the app: for HTTP requests, messages of queues, changes of tables, and by the clock. Resolves
 * when requests are answered. Throws `StartError` for what the template wants and this host cannot.
 */
export async function startHost(settings: HostSettings): Promise<Host> {
  const { aws, dynamo, dataDir, port, verifyToken, extraRoute = () => undefined } = settings
  refuseUnknown(aws.app)
  const schedules = planSchedules(aws.app.schedules)
  const report = limitedReport(settings.report ?? console.error, Date.now)
  const { poolOf, stop: stopFunctions } = startFunctions(
    aws,
    dynamo.endpoint,
    join(dataDir, 'logs'),
    settings.concurrency ?? {},
  )
  const { sockets, routes } = aws.app
  const limits = settings.socketLimits ?? cloudLimits
  const socketFront = new SocketFront({ sockets, connections: aws.connections, poolOf, report, limits })
  const { upgrade } = socketFront
  const http = await startHttpFront({ port, routes, poolOf, verifyToken, extraRoute, upgrade, report })
  for (const name of wayOfAContact(aws.app)) poolOf(name).warm()
  const running = [
    ...startQueuePollers(aws, poolOf, settings.retryAfterSeconds, report),
    ...startStreamPollers({ aws, dynamo, dataDir, poolOf, report }),
    ...startSweeps(aws, dynamo, report),
    ...startSchedules(schedules, { dataDir, poolOf, report }),
  ]
  const stop = async () => {
    await socketFront.stop()
    await http.stop()
    const ended = Promise.all(running.map(one => one.stop()))
    await Promise.race([ended, pause(stopMs, undefined, { ref: false })])
    await stopFunctions()
    await ended
  }
  return { url: `http://127.0.0.1:${http.port}`, runNow: runNow(schedules, poolOf), stop }
}

/** What answers requests, and what a contact passes: loaded before the first one comes, who would wait for each in turn. */
function wayOfAContact({ routes, queueSources, streamSources }: LocalApp): Set<string> {
  const following = streamSources.length > 0 ? queueSources.filter(({ queue }) => !queue.endsWith('-dead')) : []
  return new Set([...routes, ...streamSources, ...following].map(one => one.function))
}

function refuseUnknown({ queueSources }: LocalApp): void {
  if (queueSources.some(({ patterns }) => patterns.length > 0))
    throw new StartError('The template filters messages of a queue, which the local stack does not do yet.')
}

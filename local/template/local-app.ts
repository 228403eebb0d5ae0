import { readAssembly } from './assembly.ts'
import { type BucketPlan, readBuckets } from './buckets.ts'
import { type QueueSource, readEventSources, type StreamSource } from './event-sources.ts'
import { type FunctionPlan, readFunctions } from './functions.ts'
import { type HttpRoute, readHttpRoutes } from './http-routes.ts'
import type { LocalAddresses } from './local-names.ts'
import { type QueuePlan, readQueues } from './queues.ts'
import { resolveResources } from './resolve.ts'
import { readSchedules, type Schedule } from './schedules.ts'
import { readSecretNames } from './secret-names.ts'
import { readSocketApis, type SocketApi } from './sockets.ts'
import { readTables, type TablePlan } from './tables.ts'

/** All that the local stack runs of an app. Users, mail, alarms, keys and logs of the cloud have no part in it. */
export type LocalApp = {
  functions: FunctionPlan[]
  routes: HttpRoute[]
  sockets: SocketApi[]
  queueSources: QueueSource[]
  streamSources: StreamSource[]
  queues: QueuePlan[]
  buckets: BucketPlan[]
  tables: TablePlan[]
  schedules: Schedule[]
  secretNames: string[]
}

/** Reads the templates that `cdk synth` wrote into `folder`, with everything resolved for this machine. */
export function readLocalApp(folder: string, addresses: LocalAddresses): LocalApp {
  const resources = resolveResources(readAssembly(folder), addresses)
  const functions = readFunctions(resources)
  return {
    functions,
    routes: readHttpRoutes(resources, functions),
    sockets: readSocketApis(resources, functions),
    ...readEventSources(resources, functions),
    queues: readQueues(resources),
    buckets: readBuckets(resources),
    tables: readTables(resources),
    schedules: readSchedules(resources, functions),
    secretNames: readSecretNames(resources),
  }
}

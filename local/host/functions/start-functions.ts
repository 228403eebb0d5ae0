import type { LocalAws } from '../../proxy/start-aws.ts'
import type { FunctionPlan } from '../../template/functions.ts'
import type { LocalApp } from '../../template/local-app.ts'
import { environmentOf } from './function-environment.ts'
import { FunctionLog } from './function-log.ts'
import { FunctionPool } from './function-pool.ts'
import { FunctionWorker } from './function-worker.ts'

export type PoolOf = (name: string) => FunctionPool

export type Functions = { poolOf: PoolOf; stop: () => Promise<void> }

/** A pool for each function of the app, with credentials that allow what its role does. A thread starts at the first event for it, unless it is warmed. */
export function startFunctions(
  aws: LocalAws,
  table: string,
  logFolder: string,
  concurrency: Record<string, number>,
): Functions {
  const logs: FunctionLog[] = []
  const pools = new Map<string, FunctionPool>()
  for (const plan of aws.app.functions) {
    const log = new FunctionLog(logFolder, plan.name)
    const env = environmentOf(plan, aws.endpoint, aws.callers.issue(plan.name, plan.statements))
    const start = () => new FunctionWorker({ plan, env, log, table, onRefused: aws.callers.tell })
    logs.push(log)
    pools.set(plan.name, new FunctionPool(plan.name, concurrency[plan.name] ?? concurrencyOf(aws.app, plan), start))
  }
  const poolOf = (name: string) => {
    const pool = pools.get(name)
    if (!pool) throw new Error(`the template has no function ${name}`)
    return pool
  }
  const stop = async () => {
    await Promise.all([...pools.values()].map(pool => pool.stop()))
    await Promise.all(logs.map(log => log.close()))
  }
  return { poolOf, stop }
}

/** What the template allows for a queue; two for requests, which mostly wait; else one. */
function concurrencyOf(
  { queueSources, routes, sockets }: LocalApp,
  { name, reservedConcurrency }: FunctionPlan,
): number {
  const wanted = queueSources.find(source => source.function === name)?.maximumConcurrency
  const answers = [...routes.map(route => route.function), ...sockets.flatMap(one => [...one.routes.values()])]
  const usual = answers.includes(name) ? 2 : 1
  return Math.min(wanted ?? usual, reservedConcurrency ?? Number.POSITIVE_INFINITY)
}

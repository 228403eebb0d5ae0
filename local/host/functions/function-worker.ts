import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { FunctionPlan } from '../../template/functions.ts'
import { FunctionFailure } from './function-failure.ts'
import type { FunctionLog } from './function-log.ts'
import type { Invocation, ThreadAnswer, ThreadMessage, ThreadSettings } from './thread-messages.ts'

/** Lambda lets a function load for ten seconds before its own timeout begins. */
const loadingMs = 10_000

type Waiting = { resolve: (result: unknown) => void; reject: (failure: FunctionFailure) => void; timer: NodeJS.Timeout }

export type FunctionWorkerSettings = {
  plan: FunctionPlan
  env: Record<string, string>
  log: FunctionLog
  /** The address of the table's engine. */
  table: string
  /** Told why the function was not let to the table. */
  onRefused: (refusal: string) => void
}

/** A thread with one instance of a function. It takes one event at a time, and ends for good at a crash or a timeout. */
export class FunctionWorker {
  alive = true
  #plan: FunctionPlan
  #thread: Worker
  #loaded = false
  #waiting: Waiting | undefined

  constructor({ plan, env, log, table, onRefused }: FunctionWorkerSettings) {
    this.#plan = plan
    this.#thread = new Worker(new URL('./function-thread.ts', import.meta.url), {
      workerData: threadSettings(plan, table),
      env,
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: plan.memoryMb },
    })
    this.#thread.stdout.on('data', chunk => log.write(`${chunk}`))
    this.#thread.stderr.on('data', chunk => log.write(`${chunk}`))
    this.#thread.on('message', (message: ThreadMessage) => {
      if ('refused' in message) onRefused(message.refused)
      else this.#answered(message)
    })
    this.#thread.on('error', error => this.#ended(crashOf(plan.name, error)))
    this.#thread.on('exit', code => this.#ended(new FunctionFailure('crashed', `${plan.name} ended with code ${code}`)))
  }

  /** The function's answer to the event. Throws `FunctionFailure`. */
  run(event: unknown): Promise<unknown> {
    const timeoutMs = 1000 * this.#plan.timeoutSeconds
    const invocation: Invocation = { requestId: randomUUID(), event: JSON.stringify(event), timeoutMs }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#timedOut(), timeoutMs + (this.#loaded ? 0 : loadingMs))
      this.#waiting = { resolve, reject, timer }
      this.#thread.postMessage(invocation)
    })
  }

  async stop(): Promise<void> {
    this.#ended(new FunctionFailure('crashed', `${this.#plan.name} was stopped`))
    await this.#thread.terminate()
  }

  #answered(answer: ThreadAnswer): void {
    this.#loaded = true
    const { name } = this.#plan
    if (answer.ok) this.#settle()?.resolve(JSON.parse(answer.result))
    else this.#settle()?.reject(new FunctionFailure('threw', `${name} threw ${answer.name} ${answer.at}`.trimEnd()))
  }

  #timedOut(): void {
    const { name, timeoutSeconds } = this.#plan
    this.#ended(new FunctionFailure('timed out', `${name} did not answer within ${timeoutSeconds} s`))
    this.#thread.terminate()
  }

  #ended(failure: FunctionFailure): void {
    this.alive = false
    this.#settle()?.reject(failure)
  }

  #settle(): Waiting | undefined {
    const waiting = this.#waiting
    this.#waiting = undefined
    clearTimeout(waiting?.timer)
    return waiting
  }
}

function threadSettings(
  { name, arn, bundle, handler, memoryMb, statements }: FunctionPlan,
  table: string,
): ThreadSettings {
  const [file = 'index', exportName = 'handler'] = handler.split('.')
  const module = pathToFileURL(join(bundle, `${file}.mjs`)).href
  return { module, exportName, functionName: name, functionArn: arn, memoryMb, statements, table }
}

const crashOf = (name: string, error: Error): FunctionFailure => {
  const place = error.stack?.split('\n').find(line => line.trimStart().startsWith('at '))
  return new FunctionFailure('crashed', `${name} crashed: ${error.name} ${place?.trim() ?? ''}`.trimEnd())
}

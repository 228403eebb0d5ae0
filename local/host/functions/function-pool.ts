import { FunctionFailure } from './function-failure.ts'
import type { FunctionWorker } from './function-worker.ts'

type Job = { event: unknown; resolve: (result: unknown) => void; reject: (failure: unknown) => void }

/** As many events may wait for a free instance; more are refused, as Lambda throttles. */
const mostWaiting = 1000

/** The instances of one function, started when they are needed, replaced when they end. */
export class FunctionPool {
  readonly name: string
  readonly concurrency: number
  #start: () => FunctionWorker
  #workers = new Set<FunctionWorker>()
  #idle: FunctionWorker[] = []
  #waiting: Job[] = []

  constructor(name: string, concurrency: number, start: () => FunctionWorker) {
    this.name = name
    this.concurrency = concurrency
    this.#start = start
  }

  /** The function's answer to the event, as soon as an instance is free. Throws `FunctionFailure`. */
  invoke(event: unknown): Promise<unknown> {
    if (this.#waiting.length >= mostWaiting)
      return Promise.reject(new FunctionFailure('overloaded', `${this.name} has ${mostWaiting} events waiting`))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ event, resolve, reject })
      this.#next()
    })
  }

  /** Loads an instance before there is an event for it. */
  warm(): void {
    const worker = this.#free()
    if (worker) this.#idle.push(worker)
  }

  async stop(): Promise<void> {
    for (const { reject } of this.#waiting.splice(0)) reject(new FunctionFailure('crashed', `${this.name} was stopped`))
    await Promise.all([...this.#workers].map(worker => worker.stop()))
  }

  #next(): void {
    if (this.#waiting.length === 0) return
    const worker = this.#free()
    const job = worker && this.#waiting.shift()
    if (!worker || !job) return
    worker
      .run(job.event)
      .then(job.resolve, job.reject)
      .finally(() => {
        if (worker.alive) this.#idle.push(worker)
        this.#next()
      })
  }

  #free(): FunctionWorker | undefined {
    for (const worker of this.#workers) if (!worker.alive) this.#workers.delete(worker)
    this.#idle = this.#idle.filter(({ alive }) => alive)
    const idle = this.#idle.pop()
    if (idle || this.#workers.size >= this.concurrency) return idle
    const started = this.#start()
    this.#workers.add(started)
    return started
  }
}

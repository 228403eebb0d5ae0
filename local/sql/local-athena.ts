import { randomUUID } from 'node:crypto'
import { copyArchive, type ObjectSource } from './archive-copy.ts'
import { type DuckAnswer, DuckSession, QueryRefused } from './duck-session.ts'

/** A query as Athena knows it. Times are milliseconds since 1970. */
export type Execution = {
  id: string
  sql: string
  workGroup: string
  state: 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED'
  reason?: string
  submittedAt: number
  completedAt?: number
  answer?: DuckAnswer
}

export type LocalAthenaSettings = {
  source: ObjectSource
  /** Where files of the archive are copied to, for DuckDB to read. */
  folder: string
  now: () => number
  /** Milliseconds after which a query is ended. */
  longest?: number
  /** Most rows of an answer that are kept. */
  mostRows?: number
}

/** Answers that are kept, the newest; Athena's lie in a bucket for a day. */
const mostKept = 100

/** Athena's place on one machine: one query at a time, each in a DuckDB of its own over a copy of the archive. */
export class LocalAthena {
  #settings: Required<LocalAthenaSettings>
  #executions = new Map<string, Execution>()
  #tokens = new Map<string, string>()
  #last: Promise<void> = Promise.resolve()
  #running: { id: string; session: DuckSession } | undefined

  constructor(settings: LocalAthenaSettings) {
    this.#settings = { longest: 60_000, mostRows: 20_000, ...settings }
  }

  /** The same token again is the same query. */
  start(sql: string, workGroup: string, token: string | undefined): string {
    const known = token === undefined ? undefined : this.#tokens.get(token)
    if (known !== undefined) return known
    const execution: Execution = {
      id: randomUUID(),
      sql,
      workGroup,
      state: 'QUEUED',
      submittedAt: this.#settings.now(),
    }
    this.#executions.set(execution.id, execution)
    if (token !== undefined) this.#tokens.set(token, execution.id)
    this.#forget()
    this.#last = this.#last.then(() => this.#run(execution))
    return execution.id
  }

  get = (id: string): Execution | undefined => this.#executions.get(id)

  stop(id: string): void {
    const execution = this.#executions.get(id)
    if (execution === undefined || execution.completedAt !== undefined) return
    this.#complete(execution, 'CANCELLED', 'Query cancelled by user')
    if (this.#running?.id === id) this.#running.session.interrupt()
  }

  /** Resolves when nothing runs any more. */
  async close(): Promise<void> {
    for (const { id } of this.#executions.values()) this.stop(id)
    await this.#last
  }

  async #run(execution: Execution): Promise<void> {
    if (execution.completedAt !== undefined) return
    execution.state = 'RUNNING'
    try {
      const { source, folder } = this.#settings
      const session = await DuckSession.open({ folder }, copyArchive(source, folder))
      await this.#ask(execution, session)
    } catch (error) {
      this.#complete(execution, 'FAILED', error instanceof QueryRefused ? error.message : `${error}`)
    }
  }

  /** It may have been stopped while its files were copied. */
  async #ask(execution: Execution, session: DuckSession): Promise<void> {
    if (execution.completedAt !== undefined) return session.close()
    this.#running = { id: execution.id, session }
    const timer = setTimeout(() => {
      this.#complete(execution, 'FAILED', 'Query exhausted its time on this machine')
      session.interrupt()
    }, this.#settings.longest)
    try {
      const answer = await session.ask(execution.sql, this.#settings.mostRows)
      if (execution.completedAt === undefined) execution.answer = answer
      this.#complete(execution, 'SUCCEEDED')
    } finally {
      clearTimeout(timer)
      this.#running = undefined
      session.close()
    }
  }

  /** What ended once stays as it ended. */
  #complete(execution: Execution, state: Execution['state'], reason?: string): void {
    if (execution.completedAt !== undefined) return
    execution.state = state
    execution.completedAt = this.#settings.now()
    if (reason !== undefined) execution.reason = reason
  }

  #forget(): void {
    for (const { id } of [...this.#executions.values()].slice(0, -mostKept)) this.#executions.delete(id)
  }
}

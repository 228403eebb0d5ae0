import { setTimeout as pause } from 'node:timers/promises'

/** Something that goes on until it is stopped. */
export class Loop {
  #stopping = new AbortController()
  #ended: Promise<void> = Promise.resolve()

  /** Begins at once. `work` ends soon after the loop is stopped. */
  run(work: () => Promise<void>): void {
    this.#ended = work()
  }

  get isStopped(): boolean {
    return this.#stopping.signal.aborted
  }

  /** Ends early, and without an error, when the loop is stopped: false then. */
  async wait(ms: number): Promise<boolean> {
    if (ms > 0) await pause(ms, undefined, { signal: this.#stopping.signal }).catch(() => undefined)
    return !this.isStopped
  }

  /** Resolves when what was under way has ended. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#ended
  }
}

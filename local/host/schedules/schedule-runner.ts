import type { Report } from '../../report.ts'
import type { Schedule } from '../../template/schedules.ts'
import type { FunctionPool } from '../functions/function-pool.ts'
import { Loop } from '../loop.ts'
import type { LastRunFile } from './last-run-file.ts'
import type { ScheduleTimes } from './schedule-times.ts'
import { scheduledEvent } from './scheduled-event.ts'

export type ScheduleSettings = {
  schedule: Schedule
  times: ScheduleTimes
  pool: Pick<FunctionPool, 'invoke'>
  lastRun: Pick<LastRunFile, 'read' | 'write'>
  /** Epoch milliseconds. */
  now: () => number
  newId: () => string
  report: Report
  /** As long as it sleeps at a time: a machine that sleeps, or whose clock is set, wakes at another time. */
  longestSleepMs: number
  /** How long it waits before each further try of a run that failed. */
  retryAfterMs: readonly number[]
}

/**
 * Runs a function by the clock, one run after the other. A run that was due while this machine was off, or that was
 * cut short, is made up for once, at the next start. EventBridge does not do that, but it is never off either: here,
 * what waits for its time, like the clocks of conversations, would stay unseen until the time after.
 */
export class ScheduleRunner {
  #settings: ScheduleSettings
  #loop = new Loop()

  constructor(settings: ScheduleSettings) {
    this.#settings = settings
    this.#loop.run(() => this.#run())
  }

  /** Begins no more runs; resolves when the one under way has ended. */
  stop(): Promise<void> {
    return this.#loop.stop()
  }

  async #run(): Promise<void> {
    const { times, lastRun, now, longestSleepMs } = this.#settings
    let last = lastRun.read() ?? this.#firstStart()
    for (let due = times(last); due !== undefined && !this.#loop.isStopped; due = times(last)) {
      const at = now()
      if (due > at) {
        await this.#loop.wait(Math.min(due - at, longestSleepMs))
        continue
      }
      const next = times(due)
      const run = next !== undefined && next <= at ? at : due
      if (!(await this.#fire(run))) return
      last = run
      lastRun.write(last)
    }
  }

  #firstStart(): number {
    const at = this.#settings.now()
    this.#settings.lastRun.write(at)
    return at
  }

  /** Whether the run has ended, well or not; false when it was cut short and is to come again. */
  async #fire(due: number): Promise<boolean> {
    const { schedule, newId, pool, report, retryAfterMs } = this.#settings
    const event = scheduledEvent(schedule, due, newId())
    for (const waitMs of [0, ...retryAfterMs]) {
      if (!(await this.#loop.wait(waitMs))) return false
      try {
        await pool.invoke(event)
        return true
      } catch (error) {
        if (this.#loop.isStopped) return false
        report(`The schedule ${schedule.name} failed: ${error instanceof Error ? error.message : error}`)
      }
    }
    return true
  }
}

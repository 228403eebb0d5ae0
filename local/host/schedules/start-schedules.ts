import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Report } from '../../report.ts'
import { StartError } from '../../start-error.ts'
import type { Schedule } from '../../template/schedules.ts'
import type { PoolOf } from '../functions/start-functions.ts'
import { LastRunFile } from './last-run-file.ts'
import { ScheduleRunner } from './schedule-runner.ts'
import { type ScheduleTimes, scheduleTimes } from './schedule-times.ts'
import { scheduledEvent } from './scheduled-event.ts'

export type PlannedSchedule = { schedule: Schedule; times: ScheduleTimes }

/** As Lambda tries an event again that was sent without waiting for the answer: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html */
const retryAfterMs = [60_000, 120_000]
const longestSleepMs = 30_000

/** The schedules of the template with their times. Throws `StartError` for one that cannot be run here. */
export const planSchedules = (schedules: Schedule[]): PlannedSchedule[] =>
  schedules.map(schedule => {
    if (schedule.service === 'scheduler' && schedule.input === undefined)
      throw new StartError(
        `The schedule ${schedule.name} of EventBridge Scheduler sends no input: give it one, or use a rule.`,
      )
    return { schedule, times: scheduleTimes(schedule.expression) }
  })

export type SchedulesSettings = { dataDir: string; poolOf: PoolOf; report: Report }

/** Something that runs each schedule until it is stopped. */
export const startSchedules = (planned: PlannedSchedule[], settings: SchedulesSettings): ScheduleRunner[] =>
  planned.map(({ schedule, times }) => {
    const { dataDir, poolOf, report } = settings
    const file = join(dataDir, 'checkpoints', `schedule.${schedule.name}.${schedule.function}.json`)
    return new ScheduleRunner({
      ...{ schedule, times, report, longestSleepMs, retryAfterMs },
      pool: poolOf(schedule.function),
      lastRun: new LastRunFile(file, schedule.expression),
      now: Date.now,
      newId: randomUUID,
    })
  })

/** Calls a function as its schedule does, now. Throws for one that no schedule runs, and what the function failed with. */
export const runNow =
  (planned: PlannedSchedule[], poolOf: (name: string) => Pick<ReturnType<PoolOf>, 'invoke'>) =>
  async (name: string): Promise<void> => {
    const found = planned.find(({ schedule }) => schedule.function === name)
    if (found === undefined) throw new Error(`No schedule runs ${name}.`)
    await poolOf(name).invoke(scheduledEvent(found.schedule, Date.now(), randomUUID()))
  }

import { writeDays } from '../../core/archive/write-days.ts'
import { once } from '../kit/once.ts'
import { scheduleHandler } from '../kit/schedule.ts'
import { dependencies } from './dependencies.ts'

const deps = once(dependencies)

export const handler = scheduleHandler(async () => {
  const { sources, startRun } = deps()
  return writeDays(await sources(), startRun())
})

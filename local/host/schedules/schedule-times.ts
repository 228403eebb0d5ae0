import { cronTimes } from './cron.ts'
import { rateMs } from './rate.ts'

/** When a schedule runs next after it last ran, in epoch milliseconds; undefined: never again. */
export type ScheduleTimes = (last: number) => number | undefined

/** Of `rate(…)` and `cron(…)`. Throws `StartError` for what EventBridge would refuse, so that it is found at home. */
export function scheduleTimes(expression: string): ScheduleTimes {
  if (!expression.startsWith('rate(')) return cronTimes(expression)
  const every = rateMs(expression)
  return last => last + every
}

import { StartError } from '../../start-error.ts'

const unitMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }

/**
 * How many milliseconds lie between two runs of `rate(5 minutes)`. As EventBridge has it, one is written in the singular
 * and more in the plural: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rate-expressions.html
 */
export function rateMs(expression: string): number {
  const [, count = '', unit = '', plural = ''] = /^rate\(([1-9]\d{0,6}) (minute|hour|day)(s?)\)$/.exec(expression) ?? []
  const ms = unit === 'minute' || unit === 'hour' || unit === 'day' ? unitMs[unit] * Number(count) : undefined
  if (ms === undefined || (count === '1') !== (plural === ''))
    throw new StartError(
      `${expression} is no rate: write one like rate(1 minute), rate(5 minutes), rate(2 hours), rate(1 day).`,
    )
  return ms
}

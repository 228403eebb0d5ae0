import { instantOf } from '../../payload/instant.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const written = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d\d):(\d\d):(\d\d) \+0000 (\d{4})$/

/** `Fri Dec 13 04:48:09 +0000 2019`, as v1.1 objects write it. */
export function instantOfCreatedAt(text = ''): string | undefined {
  const [, month = '', day, hour, minute, second, year] = written.exec(text) ?? []
  const at = months.indexOf(month)
  if (at < 0) return undefined
  return instantOf(Date.UTC(Number(year), at, Number(day), Number(hour), Number(minute), Number(second)))
}

/** Epoch milliseconds as a string, as timestamp_ms and created_timestamp are. */
export const instantOfEpochMs = (text = ''): string | undefined =>
  /^\d{10,16}$/.test(text) ? instantOf(Number(text)) : undefined

/** The time within an id: milliseconds since X's epoch, above 22 bits of machine and sequence. */
export function instantOfSnowflake(id: string): string | undefined {
  if (!/^\d{15,20}$/.test(id)) return undefined
  return instantOf(Number(BigInt(id) >> 22n) + 1_288_834_974_657)
}

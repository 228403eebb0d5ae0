/** How far clocks in the zone (IANA) are ahead of UTC at an instant, in milliseconds; undefined when it is unknown. */
export function zoneOffset(epochMs: number, timeZone: string): number | undefined {
  const formatter = formatterOf(timeZone)
  if (formatter === undefined) return undefined
  const parts = new Map(formatter.formatToParts(epochMs).map(({ type, value }) => [type, Number(value)]))
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fieldNames.map(name => parts.get(name))
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(epochMs / 1000) * 1000
}

export const isTimeZone = (name: string): boolean => formatterOf(name) !== undefined

const fieldNames = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const

/** Making a formatter costs more than everything else about a time, and there are only some hundred zones. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat | undefined {
  const known = formatters.get(timeZone) ?? newFormatter(timeZone)
  if (known !== undefined) formatters.set(timeZone, known)
  return known
}

function newFormatter(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone, hourCycle: 'h23', calendar: 'gregory', numberingSystem: 'latn' },
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
    })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

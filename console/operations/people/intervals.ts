/** Monday first, as ISO 8601 counts them. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** When it opens and when it closes, as a clock on the wall shows it: 09:00. */
export type Interval = readonly [string, string]

/** The description of the API leaves the two times of an interval open. */
export const intervalsOf = (described: readonly (readonly unknown[])[]): Interval[] =>
  described.map(([opens, closes]) => [`${opens ?? ''}`, `${closes ?? ''}`])

/** Intervals as people write them: `09:00–12:30, 13:30–17:00`. */
export const intervalText = (intervals: readonly Interval[]): string =>
  intervals.map(([opens, closes]) => `${opens}–${closes}`).join(', ')

/** The reverse. What is not understood is handed to the API as it is, which says what is wrong with it. */
export function readIntervals(text: string): Interval[] {
  const parts = text.split(',').map(part => part.trim())
  return parts.filter(Boolean).map(part => {
    const [opens = '', closes = ''] = part.split(/\s*[–—-]\s*/)
    return [fullTime(opens), fullTime(closes)]
  })
}

/** `9` and `9:30` are written in full. */
function fullTime(text: string): string {
  const found = /^(\d{1,2})(?::?(\d{2}))?$/.exec(text.trim())
  return found === null ? text.trim() : `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? '00'}`
}

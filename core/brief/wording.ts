/** Words as a reader counts them: what stands between spaces. */
export const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length

/** At most so many words, cut between words; `…` says that there was more. */
export function firstWords(text: string, most: number): string {
  const parts = text.trim().split(/\s+/)
  if (parts.length <= most) return parts.join(' ')
  return `${parts
    .slice(0, Math.max(1, most))
    .join(' ')
    .replace(/[\s,;:–-]+$/, '')}…`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `3 Mar` of the present year, `3 Mar 2025` of others. Takes RFC 3339 times and days. */
export function dayText(instant: string, now: string): string {
  const [year = '', month = '', day = ''] = instant.slice(0, 10).split('-')
  const text = `${Number(day)} ${months[Number(month) - 1] ?? month}`
  return year === now.slice(0, 4) ? text : `${text} ${year}`
}

export const monthText = (instant: string): string =>
  `${months[Number(instant.slice(5, 7)) - 1] ?? ''} ${instant.slice(0, 4)}`

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

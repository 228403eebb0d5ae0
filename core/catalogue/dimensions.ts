import { dimensions, pairs } from '../report/dimension.ts'

/** By what a report may be asked. */
export const bys = [...dimensions, 'topic×channel', 'topic×visit', 'channel×team', 'from×to'] as const

/** What a contact is told apart by. */
export const ofContacts = dimensions

/** What is kept by pairs too. */
export const withPairs = [...dimensions, 'topic×channel', 'topic×visit', 'channel×team'] as const

const pairNames: ReadonlySet<string> = new Set([...Object.keys(pairs), 'from×to'])

/** The two values of a pair, or the one value there is. */
export function keysOf(by: string, value: string): { key: string; other?: string } {
  const at = pairNames.has(by) ? value.indexOf('|') : -1
  return at < 0 ? { key: value } : { key: value.slice(0, at), other: value.slice(at + 1) }
}

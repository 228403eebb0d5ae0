import type { Country, Language } from '../options.ts'
import type { Phone } from './phone-ranges.ts'
import type { Writing } from './phone-writing.ts'

/**
 * A phone number somebody uses. `sharedBy` names everyone who does (a home line, a switchboard). `from` and `until`
 * (epoch ms) bound a number that was given up and given to somebody else: outside them it is not this person's.
 */
export type Line = {
  phone: Phone
  use: 'mobile' | 'home' | 'work'
  sharedBy: readonly string[]
  from?: number
  until?: number
}

export type Address = { address: string; use: 'private' | 'work' | 'family'; sharedBy: readonly string[] }

/** What somebody does alike every time: how they write, which client they use, whether they show their number. */
export type Habits = {
  writing: Writing
  signature: 'none' | 'name' | 'full'
  client: 'web' | 'phone' | 'desktop' | 'office' | 'html'
  withholds: boolean
  slips: boolean
  wordy: number
  channels: readonly (readonly [channel: Opening, weight: number])[]
}

/** How a person can turn to the company. `call` is the main number, `pbx-call` the old exchange. */
export const openings = [
  'mail',
  'call',
  'pbx-call',
  'x-mention',
  'x-direct',
  'page-comment',
  'page-mention',
  'page-message',
  'feed',
] as const
export type Opening = (typeof openings)[number]

/** A customer as the world knows them: the truth that identity resolution tries to find out. */
export type Person = {
  id: string
  index: number
  country: Country
  language: Language
  given: string
  family: string
  household: string
  /** Who lives or works with them, by index. */
  near: readonly number[]
  office?: { id: string; name: string }
  account: string
  lines: readonly Line[]
  addresses: readonly Address[]
  x?: { id: string; handle: string; name: string }
  facebook?: { name: string; ids: Readonly<Record<string, string>> }
  habits: Habits
}

/** Somebody who is no customer: a courier whose number is quoted, a caller who pretends to be a customer. */
export type Stranger = { id: string; phone: Phone }

export const fullName = (person: Pick<Person, 'given' | 'family'>): string => `${person.given} ${person.family}`

/** The lines that are this person's at `at` (epoch ms). */
export const linesAt = (person: Person, at: number): Line[] =>
  person.lines.filter(
    ({ from, until }) => (from ?? Number.NEGATIVE_INFINITY) <= at && at < (until ?? Number.POSITIVE_INFINITY),
  )

import type { DialogueFact } from '../../facts/dialogue.ts'
import type { FactKind } from '../../facts/fact.ts'
import { plainWords } from '../../facts/found.ts'
import type { BriefFact, BriefLine } from '../brief.ts'
import type { Draft } from '../draft.ts'
import { isCurrent, type Reading } from '../reading.ts'
import { dayText, firstWords, wordCount } from '../wording.ts'

/** What matters most to know comes first, and goes last when words are short. */
const order: readonly FactKind[] = [
  'order',
  'case',
  'tracking',
  'invoice',
  'account',
  'device',
  'amount',
  'date',
  'address',
  'phone',
  'email',
  'person',
]

/** Kinds whose values do not say what they are. */
const names: Partial<Record<FactKind, string>> = {
  order: 'order',
  case: 'case',
  tracking: 'tracking',
  invoice: 'invoice',
  account: 'account',
  address: 'address',
  phone: 'phone',
  person: 'name',
}

/** A fact as it is repeated: what was stated last of those that say the same. */
type Told = BriefFact & { text: string; at: number; stated: string[] }

/**
 * What the customer told us and must not be asked again: what they stated of themselves, without what they took back. Those
 * that stand on unproven links alone are lines of their own. `who` is the name that another line shows already.
 */
export function toldDrafts(reading: Reading, who: string | undefined): Draft[] {
  const said = who === undefined ? '' : ` ${plainWords(who)} `
  const told = newestOfEach(reading).filter(
    ({ kind, value }) => kind !== 'tried' && !(kind === 'person' && said.includes(` ${value} `)),
  )
  const proven = told.filter(({ entryId }) => !reading.isAsserted([entryId]))
  const other = told.filter(({ entryId }) => reading.isAsserted([entryId]))
  return [
    ...(proven.length > 0 ? [draft(proven, 'Told us: ')] : []),
    ...(other.length > 0 ? [draft(other, 'Told us (not confirmed): ')] : []),
  ]
}

/** Remedies that the customer went through, the newest first. What only an unproven link tells is marked so. */
export function triedDraft(reading: Reading): Draft | undefined {
  const tried = newestOfEach(reading).filter(({ kind }) => kind === 'tried')
  if (tried.length === 0) return undefined
  return {
    most: 26,
    write: words => {
      const kept = fitting(tried.slice(-3).reverse(), words - 3, ({ text }) => wordCount(text))
      const mark = kept.some(({ entryId }) => reading.isAsserted([entryId])) ? ' (not confirmed)' : ''
      return kept.length === 0 ? undefined : line(kept, `Tried${mark}: ${kept.map(({ text }) => text).join('; ')}.`)
    },
  }
}

/** A fact that is stated again and again is cited where it was stated last. */
const mostCited = 4

function newestOfEach(reading: Reading): Told[] {
  const byName = new Map<string, Told>()
  for (const [at, fact] of reading.facts.entries()) {
    if (!isCurrent(fact)) continue
    const name = `${fact.kind} ${fact.value}`
    const stated = [...(byName.get(name)?.stated ?? []), fact.turn].slice(-mostCited)
    byName.delete(name)
    byName.set(name, {
      kind: fact.kind,
      value: fact.value,
      entryId: fact.turn,
      text: textOf(fact, reading.now),
      at,
      stated,
    })
  }
  return withoutParts([...byName.values()])
}

/** "12 High Street" says nothing that "12 High Street, London" does not; nor does a first name beside the full one. */
function withoutParts(told: readonly Told[]): Told[] {
  const wordy: ReadonlySet<FactKind> = new Set(['address', 'device', 'person', 'tried'])
  const isPart = (one: Told, other: Told): boolean =>
    one !== other && one.kind === other.kind && ` ${other.value} `.includes(` ${one.value} `)
  return told.filter(one => !wordy.has(one.kind) || !told.some(other => isPart(one, other)))
}

function textOf({ kind, value, written }: DialogueFact, now: string): string {
  if (kind === 'date' && /^\d{4}-/.test(value)) return dayText(value, now)
  const text = written.replace(/\s+/g, ' ').trim()
  return kind === 'tried' ? firstWords(text, 12) : text
}

function draft(told: readonly Told[], lead: string): Draft {
  const ranked = [...told].sort((a, b) => rank(a, told) - rank(b, told))
  return {
    most: 64,
    write: words => {
      const kept = fitting(ranked, words - wordCount(lead), ({ text, kind }) => wordCount(text) + (names[kind] ? 1 : 0))
      return kept.length === 0 ? undefined : line(kept, `${lead}${phrase(kept)}.`)
    },
  }
}

/** By kind, and within a kind the newest first; the fourth of a kind waits until all others have had their place. */
function rank(one: Told, all: readonly Told[]): number {
  const newer = all.filter(({ kind, at }) => kind === one.kind && at > one.at).length
  return order.indexOf(one.kind) + newer * 3 + (newer >= 3 ? 100 : 0)
}

function fitting<T>(items: readonly T[], words: number, count: (item: T) => number): T[] {
  let left = words
  return items.filter(item => {
    const needed = count(item)
    if (needed > left) return false
    left -= needed
    return true
  })
}

const phrase = (kept: readonly Told[]): string =>
  order
    .map(kind => ({ name: names[kind], texts: kept.filter(one => one.kind === kind).map(({ text }) => text) }))
    .filter(({ texts }) => texts.length > 0)
    .map(({ name, texts }) => (name === undefined ? texts.join(', ') : `${name} ${texts.join(', ')}`))
    .join('; ')

const line = (kept: readonly Told[], text: string): BriefLine => ({
  kind: 'told',
  text,
  entryIds: [...new Set(kept.flatMap(({ stated }) => stated))],
  facts: kept.map(({ kind, value, entryId }) => ({ kind, value, entryId })),
})

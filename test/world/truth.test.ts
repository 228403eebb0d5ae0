import { describe, expect, test } from 'vitest'
import type { Truth } from '../../bench/world/event.ts'
import { contacts, customerOf, sample, wholeTruths } from './sample.ts'

const byMatter = Map.groupBy(contacts, ({ matter }) => matter)

describe('what is true of the payloads holds together', () => {
  test('they come in order of arrival, each with its own id', () => {
    const times = sample.map(({ at }) => at)
    expect(times).toEqual(times.toSorted())
    expect(new Set(sample.map(({ id }) => id)).size).toBe(sample.length)
  })

  test('nothing arrives before it happened', () => {
    for (const { at, truth } of sample) for (const { occurredAt } of truth) expect(at >= occurredAt).toBe(true)
  })

  test('a second delivery is the same bytes, later', () => {
    const events = new Map(sample.map(event => [event.id, event]))
    const seconds = sample.filter(({ truth }) => truth[0]?.duplicateOf)
    expect(seconds.length).toBeGreaterThan(0)
    for (const { at, bytes, truth } of seconds) {
      const first = events.get(truth[0]?.duplicateOf ?? '')
      expect(first?.bytes).toEqual(bytes)
      expect(at >= (first?.at ?? '~')).toBe(true)
    }
  })

  test('what arrives broken arrives whole as well', () => {
    const whole = new Set(wholeTruths.map(({ contact }) => contact))
    const broken = sample.flatMap(({ truth }) => truth).filter(one => one.broken)
    expect(broken.length).toBeGreaterThan(0)
    for (const { contact } of broken) expect(whole).toContain(contact)
  })
})

describe('what is true of the contacts holds together', () => {
  test('a matter is of one customer, but for strangers who pretend', () => {
    for (const truths of byMatter.values())
      expect(new Set(truths.map(({ person }) => person).filter(id => id.startsWith('p'))).size).toBeLessThan(2)
  })

  test('a fact is restated when, and only when, it was given before in the matter', () => {
    for (const truths of byMatter.values()) expectRestated(truths.toSorted(byNumber))
  })

  test('words hold the facts they state', () => {
    for (const { words, facts, subject = '' } of contacts)
      for (const { value } of facts) expect(`${words}\n${subject}`).toContain(value)
  })

  test('what is shown belongs to whom it is said to belong to', () => {
    for (const { identifiersShown } of contacts)
      for (const { owner, value } of identifiersShown)
        if (owner?.startsWith('p')) expect(everythingOf(owner)).toContain(value)
  })
})

const byNumber = (one: Truth, other: Truth): number => numberOf(one) - numberOf(other)
const numberOf = ({ contact }: Truth): number => Number(contact.split('-')[1])

/** A promise may be renewed, so that naming the new one is no repetition. */
function expectRestated(truths: readonly Truth[]): void {
  const given = new Set<string>()
  for (const { contact, facts } of truths) {
    const here = [...facts, ...(spokenIn.get(contact) ?? [])].filter(({ kind }) => kind !== 'promise')
    for (const { kind, as } of here)
      expect({ contact, kind, as }).toEqual({ contact, kind, as: given.has(kind) ? 'restated' : 'stated' })
    for (const { kind } of here) given.add(kind)
  }
}

/** What was said in a call is told with its last payload. */
const spokenIn = new Map(
  wholeTruths.filter(({ spoken }) => spoken.length > 0).map(({ contact, spoken }) => [contact, spoken]),
)

function everythingOf(id: string): string[] {
  const person = customerOf.get(id)
  if (person === undefined) throw new Error(`nobody is ${id}`)
  return [
    person.account,
    ...person.lines.map(({ phone }) => phone.e164),
    ...person.addresses.map(({ address }) => address.toLowerCase()),
    ...(person.x ? [person.x.id] : []),
    ...Object.entries(person.facebook?.ids ?? {}).map(([page, psid]) => `${page}:${psid}`),
  ]
}

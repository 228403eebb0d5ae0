import { describe, expect, test } from 'vitest'
import type { Truth } from '../../bench/world/event.ts'
import { Tally } from '../../bench/world/stats.ts'
import { contacts, customerOf, sample, sampleOptions, wholeTruths } from './sample.ts'

const near = (actual: number, wanted: number): void => {
  expect(actual).toBeGreaterThan(wanted * 0.6)
  expect(actual).toBeLessThan(wanted * 1.5)
}
const shareOf = (holds: (truth: Truth) => boolean): number => contacts.filter(holds).length / contacts.length

describe('a world is made as ordered', () => {
  test('of exactly as many contacts', () => {
    expect(contacts).toHaveLength(sampleOptions.contacts)
  })

  test('every customer turns up', () => {
    expect(new Set(contacts.map(({ person }) => person).filter(id => id.startsWith('p'))).size).toBe(customerOf.size)
  })

  test('with its shares of faults', () => {
    const share = (holds: (truth: Truth) => boolean) =>
      sample.filter(({ truth }) => truth.some(holds)).length / sample.length
    near(
      share(({ duplicateOf }) => duplicateOf !== undefined),
      sampleOptions.duplicates,
    )
    near(
      share(({ late }) => late !== undefined),
      sampleOptions.late,
    )
    near(
      share(({ broken }) => broken !== undefined),
      sampleOptions.broken,
    )
  })

  test('with all channels and countries in proportion', () => {
    near(
      shareOf(({ channel }) => channel === 'email'),
      0.45,
    )
    near(
      shareOf(({ channel }) => channel === 'phone'),
      0.27,
    )
    near(
      shareOf(({ channel }) => channel === 'social'),
      0.1,
    )
    near(
      shareOf(({ channel }) => channel === 'message'),
      0.14,
    )
    const countryOf = (truth: Truth) => customerOf.get(truth.person)?.country
    near(
      shareOf(truth => countryOf(truth) === 'GB'),
      7 / 20,
    )
    near(
      shareOf(truth => countryOf(truth) === 'DE'),
      6 / 20,
    )
    near(
      shareOf(truth => countryOf(truth) === 'ES'),
      2 / 20,
    )
  })

  test('with everything that makes customers hard to know', () => {
    const shown = wholeTruths.flatMap(({ identifiersShown }) => identifiersShown)
    expect(shown.filter(({ mistypedFrom }) => mistypedFrom).length).toBeGreaterThan(5)
    expect(shown.filter(({ where, owner }) => where === 'quoted' && owner?.startsWith('s')).length).toBeGreaterThan(5)
    const withheld = contacts.filter(
      ({ kind, direction, identifiersShown }) =>
        kind === 'call' && direction === 'inbound' && identifiersShown.length === 0,
    )
    expect(withheld.length).toBeGreaterThan(10)
    expect(contacts.filter(({ promise }) => promise).length).toBeGreaterThan(100)
    expect(contacts.flatMap(({ facts }) => facts).filter(({ as }) => as === 'restated').length).toBeGreaterThan(200)
    expect(new Set(contacts.map(({ mood }) => mood)).size).toBe(5)
  })
})

test('figures count each contact once', () => {
  const tally = new Tally(sampleOptions)
  for (const event of sample) tally.add(event)
  const { contacts: counted, events, channels } = tally.result()
  expect({ counted, events }).toEqual({ counted: sampleOptions.contacts, events: sample.length })
  expect(Object.values(channels).reduce((sum, count) => sum + count, 0)).toBe(sampleOptions.contacts)
})

import { describe, expect, test } from 'vitest'
import { ownIdentifiers } from '../../bench/world/company.ts'
import type { Shown, Truth, WorldEvent } from '../../bench/world/event.ts'
import { settingsOf } from '../../bench/world/options.ts'
import type { Finding, Payload } from '../../core/channels/channel.ts'
import { formatNamed } from '../../core/channels/registry.ts'
import { splitNamed } from '../../core/channels/splits.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { defaultSource } from '../../core/source/source.ts'
import { sample, sampleOptions } from './sample.ts'

/** The real parsers read every payload of the world, as they would behind the doors. */

type Pair = { event: WorldEvent; truth: Truth; finding: Finding }

async function findingsOf(event: WorldEvent): Promise<Finding[]> {
  const format = formatNamed(event.format)
  if (format === undefined) throw new Error(`no channel reads ${event.format}`)
  const source = {
    ...defaultSource('main', format.sourceKind),
    ownIdentifiers: ownIdentifiers(settingsOf(sampleOptions)),
  }
  const payloads = event.door === 'file' ? await rowsOf(event) : [payloadOf(event, event.bytes)]
  return (await Promise.all(payloads.map(payload => format.parse(payload, source)))).flat()
}

const payloadOf = ({ at }: WorldEvent, bytes: Uint8Array): Payload => ({
  bytes,
  receivedAt: at,
  rawRef: { object: 'payloads/x', offset: 0, length: bytes.length },
})

async function rowsOf(event: WorldEvent): Promise<Payload[]> {
  const split = splitNamed(event.format)
  if (split === undefined) throw new Error(`nobody cuts ${event.format}`)
  const payloads: Payload[] = []
  for await (const { bytes } of split(oneChunk(event.bytes))) payloads.push(payloadOf(event, bytes))
  return payloads
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const read = await Promise.all(sample.map(async event => ({ event, findings: await findingsOf(event) })))
const unbroken = read.filter(({ event }) => event.truth.every(({ broken }) => broken === undefined))
const pairs: Pair[] = unbroken.flatMap(({ event, findings }) =>
  event.truth.flatMap((truth, at) => (findings[at] ? [{ event, truth, finding: findings[at] }] : [])),
)
const parsed = pairs.flatMap(({ truth, finding }) =>
  finding.type === 'contact' ? [{ truth, contact: finding.contact }] : [],
)

const squashed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
const names = ({ type, value }: Shown, contact: Contact, where: 'from' | 'to' | 'evidence'): boolean => {
  const identifiers = {
    from: [contact.from.identifier],
    to: contact.to.map(({ identifier }) => identifier),
    evidence: contact.evidence.filter(({ tier }) => tier !== 'T4').map(({ identifier }) => identifier),
  }
  return identifiers[where].some(one => one.type === type && one.value === value)
}

describe('every payload that is not broken', () => {
  test('holds as many contacts as it should', () => {
    const wrong = unbroken.filter(
      ({ event, findings }) => event.truth.length > 0 && findings.length !== event.truth.length,
    )
    expect(wrong.map(({ event }) => event.id)).toEqual([])
  })

  test('is read as contacts, or as the deletion that it is', () => {
    const wanted = pairs.map(({ event, truth }) => [event.id, truth.change === 'deletion' ? 'deletion' : 'contact'])
    expect(pairs.map(({ event, finding }) => [event.id, finding.type])).toEqual(wanted)
  })

  test('is of the channel, kind and direction that it should be', () => {
    const facts = ({ channel, kind, direction }: Truth | Contact) => ({ channel, kind, direction })
    for (const { truth, contact } of parsed) expect(facts(contact)).toEqual(facts(truth))
  })

  test('says the words that were written, and the facts in them', () => {
    for (const { truth, contact } of parsed) {
      const text = squashed(`${contact.text} ${contact.subject ?? ''}`)
      expect(text).toContain(squashed(truth.words))
      for (const { value } of truth.facts) expect(text).toContain(squashed(value))
    }
  })

  test('says when it was written', () => {
    const written = parsed.filter(({ truth }) => truth.change === undefined && truth.part === undefined)
    for (const { truth, contact } of written)
      expect(Math.abs(Date.parse(contact.occurredAt) - Date.parse(truth.occurredAt))).toBeLessThan(1000)
  })

  test('says who wrote it and to whom', () => {
    for (const { truth, contact } of parsed)
      for (const shown of truth.identifiersShown) {
        if (shown.where === 'sender') expect(names(shown, contact, 'from')).toBe(true)
        if (shown.where === 'recipient' || shown.where === 'copied') expect(names(shown, contact, 'to')).toBe(true)
      }
  })

  test('is evidence for nearly all phones and addresses that customers state', () => {
    const stated = parsed.flatMap(({ truth, contact }) =>
      truth.identifiersShown
        .filter(({ where, type }) => (where === 'text' || where === 'signature') && type !== 'account')
        .filter(({ mistypedFrom }) => mistypedFrom === undefined)
        .map(shown => names(shown, contact, 'evidence')),
    )
    expect(stated.length).toBeGreaterThan(200)
    expect(stated.filter(found => found).length / stated.length).toBeGreaterThan(0.9)
  })

  test('knows which mails machines wrote', () => {
    for (const { truth, contact } of parsed) expect(contact.automatic).toBe(truth.automatic)
    expect(parsed.some(({ truth }) => truth.automatic === 'bounce')).toBe(true)
  })
})

test('what is broken is set aside', () => {
  const broken = read.filter(({ event }) => event.door !== 'file' && event.truth.some(truth => truth.broken))
  expect(new Set(broken.map(({ event }) => event.truth[0]?.broken)).size).toBeGreaterThan(2)
  for (const { event, findings } of broken)
    expect([event.format, event.truth[0]?.broken, ...new Set(findings.map(({ type }) => type))]).toEqual([
      event.format,
      event.truth[0]?.broken,
      'set-aside',
    ])
})

test('a broken row of a file is set aside, and the rows around it are read', () => {
  const rows = read
    .filter(({ event }) => event.door === 'file')
    .flatMap(({ event, findings }) => event.truth.map((truth, at) => [truth.broken !== undefined, findings[at]?.type]))
  expect(rows.filter(([broken]) => broken).length).toBeGreaterThan(0)
  for (const [broken, type] of rows) expect(type).toBe(broken ? 'set-aside' : 'contact')
})

test('signs of life are no contacts', () => {
  const signs = read.filter(({ event }) => event.truth.length === 0)
  expect(signs.length).toBeGreaterThan(20)
  for (const { findings } of signs)
    expect(findings.map(({ type }) => type)).toEqual(findings.map(() => 'not-a-contact'))
})

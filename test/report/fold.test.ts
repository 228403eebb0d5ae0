import { describe, expect, test } from 'vitest'
import { stateOf } from '../../core/contact/contact-state.ts'
import { always } from '../../core/hours/hours.ts'
import type { Atom } from '../../core/report/cells.ts'
import { places } from '../../core/report/dimension.ts'
import { expand, fieldName, parseField } from '../../core/report/expand.ts'
import type { ContactFact, ConversationFact, CustomerFacts, EventFact } from '../../core/report/facts.ts'
import { fold } from '../../core/report/fold.ts'
import { type Metric, metrics } from '../../core/report/metrics.ts'
import { withRepeats } from '../../core/report/repeats.ts'
import type { ContactEntry } from '../../core/timeline/entry.ts'
import { mail } from '../timeline/contacts.ts'

const at = (time: string): string => `2026-03-${time}:00.000Z`
const ever = { from: '2020-01-01', to: '2030-01-01' }

const contact = (id: string, time: string, differing: Partial<ContactFact> = {}): ContactFact => ({
  ...{ id, at: at(time), channel: 'email', direction: 'inbound', source: 'support', brand: 'default' },
  ...{ department: 'service', conversation: 'm', idle: false, ...differing },
})
const answer = (id: string, time: string, differing: Partial<ContactFact> = {}): ContactFact =>
  contact(id, time, { direction: 'outbound', ...differing })
const matter = (differing: Partial<ConversationFact> = {}): ConversationFact => ({
  ...{ id: 'm', openedAt: at('02T09:00'), openedBy: 'q1', brand: 'default', department: 'service' },
  ...{ status: 'open', since: at('02T09:00'), inbound: 1, hours: always, kept: [], ...differing },
})
const event = (change: EventFact['change'], time: string, differing: Partial<EventFact> = {}): EventFact => ({
  ...{ id: `${change} ${time}`, at: at(time), conversation: 'm', change, ...differing },
})

type Given = { contacts: ContactFact[]; events?: EventFact[]; conversations?: ConversationFact[]; nobody?: boolean }
const factsOf = ({ contacts, events = [], conversations = [matter()], nobody = false }: Given): CustomerFacts => ({
  ...{ nobody, contacts, conversations, events, touches: [] },
  first: { id: 'q1', at: at('02T09:00') },
})
const folded = (given: Given): Atom[] => fold(factsOf(given), 'Etc/UTC', ever)

/** What all of it adds up to. */
const sum = (atoms: Atom[], metric: Metric): number =>
  atoms.reduce((total, { counts }) => total + (counts[metric] ?? 0), 0)

describe('a fold', () => {
  test('tells how long the first answer, and further ones, took', () => {
    const contacts = [
      contact('q1', '02T09:00'),
      answer('a1', '02T10:00'),
      contact('q2', '03T09:00'),
      answer('a2', '03T09:30'),
    ]
    const atoms = folded({ contacts })
    expect([sum(atoms, 'firstAnswers'), sum(atoms, 'firstSeconds')]).toEqual([1, 3600])
    expect([sum(atoms, 'nextAnswers'), sum(atoms, 'nextSeconds')]).toEqual([1, 1800])
  })

  test('takes an answered call for a contact and its answer, and a machine for neither', () => {
    const call = contact('q1', '02T09:00', {
      channel: 'phone',
      call: { answered: true, handleSeconds: 120, waitedSeconds: 20 },
    })
    const robot = answer('r', '02T09:00', { idle: true })
    const atoms = folded({ contacts: [call, robot] })
    expect([sum(atoms, 'firstSeconds'), sum(atoms, 'handleSeconds'), sum(atoms, 'outbound')]).toEqual([20, 120, 1])
  })

  test('counts whoever comes again with the same matter, and from where to where', () => {
    const contacts = [contact('q1', '02T09:00'), contact('q2', '12T09:00', { channel: 'phone', repeats: 'q1' })]
    const atoms = folded({ contacts })
    expect((['repeats7', 'repeats15', 'repeats30', 'switches'] as const).map(metric => sum(atoms, metric))).toEqual([
      0, 1, 1, 1,
    ])
    const cells = expand(atoms)
    const month = ['all', 'main'].flatMap(group => [...(cells.get(`month|${group}|2026-03|0`) ?? [])])
    const kept = month.filter(([field]) => parseField(field).what === metrics.switches)
    expect(Object.fromEntries(kept)).toMatchObject({
      [fieldName(places.all.code, metrics.switches, 'all')]: 1,
      [fieldName(places['from×to'].code, metrics.switches, 'email|phone')]: 1,
    })
  })

  test('takes for a repeat what is surely of one matter, not all of a conversation', () => {
    const says = { q1: 'Where is my order 4471880?', q2: 'Is there a shop in Leeds?', q3: 'Order 4471880 is not here.' }
    const entries = Object.entries(says).map(([name, text], n): ContactEntry => {
      const occurredAt = at(`0${n + 2}T09:00`)
      const told = mail(name, { id: name, text, occurredAt, thread: { id: `${name}@example.com`, references: [] } })
      const place = { stream: 'email:alice@example.com', sortAt: occurredAt }
      return { type: 'contact', entryId: name, place, state: stateOf(told), version: 1 }
    })
    const contacts = [contact('q1', '02T09:00'), contact('q2', '03T09:00'), contact('q3', '04T09:00')]
    expect(withRepeats(contacts, entries).map(({ repeats }) => repeats)).toEqual([undefined, undefined, 'q1'])
  })

  test('takes a matter for settled at first contact unless the customer came again within seven days', () => {
    const conversations = [matter({ status: 'resolved', since: at('02T11:00') })]
    const contacts = [contact('q1', '02T09:00'), answer('a1', '02T10:00')]
    expect(sum(folded({ contacts, conversations }), 'firstContact')).toBe(1)
    expect(sum(folded({ contacts: [...contacts, contact('q2', '08T09:00')], conversations }), 'firstContact')).toBe(0)
    expect(sum(folded({ contacts: [...contacts, contact('q2', '12T09:00')], conversations }), 'firstContact')).toBe(1)
  })

  test('counts who repeated themselves only after a switch or a hand-over, once a matter', () => {
    const said = [event('repeated', '04T09:00', { contact: 'q2' }), event('repeated', '05T09:00', { contact: 'q3' })]
    const contacts = [contact('q1', '02T09:00'), contact('q2', '04T09:00'), contact('q3', '05T09:00')]
    expect(sum(folded({ contacts, events: said }), 'repeatedThemselves')).toBe(0)
    const given = event('handed-over', '03T09:00')
    expect(sum(folded({ contacts, events: [given, ...said] }), 'repeatedThemselves')).toBe(1)
    const [first, ...rest] = contacts
    const elsewhere = [{ ...contact('q1', '02T09:00'), channel: 'phone' as const }, ...rest]
    expect(first && sum(folded({ contacts: elsewhere, events: said }), 'repeatedThemselves')).toBe(1)
  })

  test('knows first contacts from returning ones, but not on a line that names nobody', () => {
    const contacts = [contact('q1', '02T09:00'), contact('q2', '03T09:00', { conversation: 'other' })]
    const visits = (atoms: Atom[]) => atoms.filter(({ counts }) => counts.inbound === 1).map(({ dims }) => dims.visit)
    expect(visits(folded({ contacts }))).toEqual(['first', 'returning'])
    expect(visits(folded({ contacts, nobody: true }))).toEqual([undefined, undefined])
    expect(folded({ contacts, nobody: true }).some(({ who }) => who)).toBe(false)
  })

  test('shares a resolved matter among those who answered, to exactly one', () => {
    const conversations = [matter({ status: 'resolved', since: at('05T09:00') })]
    const contacts = [
      ...[contact('q1', '02T09:00'), answer('a1', '02T10:00'), answer('a2', '03T10:00', { department: 'sales' })],
      answer('a3', '04T10:00', { department: 'social' }),
    ]
    const atoms = folded({ contacts, conversations })
    for (const metric of ['creditLinear', 'creditPosition', 'creditTimeDecay', 'creditShapley'] as const)
      expect(sum(atoms, metric)).toBe(1_000_000)
  })

  test('of days one by one is the fold of all', () => {
    const conversations = [matter({ status: 'resolved', since: at('20T11:00') })]
    const contacts = [
      contact('q1', '02T09:00'),
      answer('a1', '05T10:00'),
      contact('q2', '18T09:00'),
      answer('a2', '20T09:30'),
    ]
    const facts = factsOf({ contacts, conversations })
    const days = Array.from({ length: 31 }, (_, n) => `2026-03-${String(n + 1).padStart(2, '0')}`)
    const byDays = days.flatMap(day => fold(facts, 'Etc/UTC', { from: day, to: day }))
    expect(byDays.map(atom => JSON.stringify(atom)).toSorted()).toEqual(
      folded({ contacts, conversations })
        .map(atom => JSON.stringify(atom))
        .toSorted(),
    )
  })
})

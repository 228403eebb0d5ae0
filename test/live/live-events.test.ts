import { expect, test } from 'vitest'
import { contactItem, refItem, stubItem } from '../../adapters/dynamodb/entry-item.ts'
import { writeRecord } from '../../adapters/dynamodb/identity-items.ts'
import { liveKeys, timelineKeys } from '../../adapters/dynamodb/keys.ts'
import { isToldLive, liveEventsOf } from '../../adapters/dynamodb/live-events.ts'
import type { Item } from '../../adapters/dynamodb/table.ts'
import { deleteState, stateOf } from '../../core/contact/contact-state.ts'
import { mail } from '../timeline/contacts.ts'

const contact = mail('first', { subject: 'Where is\n my order?' })
const state = stateOf(contact)
const place = { stream: 'email:alice@example.com', sortAt: state.sortAt }
const entry = contactItem(contact.id, { place, state }, 1)
const ref = refItem(contact.id, 'email:bob@example.com', place)
const stub = stubItem(contact.id, place, 1_700_000_000)
const deleted = contactItem(contact.id, { place, state: deleteState(state, place.sortAt) }, 2)

const tell = (before: Item | undefined, after: Item | undefined) => {
  const { pk, sk } = after ?? before ?? { pk: '', sk: '' }
  return liveEventsOf({ key: { pk, sk }, before, after, createdMs: 1_775_044_800_000, sequence: '17' })
}

test('a contact that came is told with what a row of the queue shows', () => {
  expect(tell(undefined, entry)).toMatchObject([
    {
      stream: place.stream,
      event: {
        ...{ v: 1, type: 'contact', change: 'new', contactId: contact.id, at: '2026-04-01T12:00:00.000Z' },
        ...{ title: 'Where is my order?', channel: contact.channel, kind: contact.kind, direction: 'inbound' },
      },
    },
  ])
})

test.each([
  ['changed', entry, contactItem(contact.id, { place, state }, 2)],
  ['deleted', entry, deleted],
  ['deleted', entry, undefined],
  ['moved', entry, stub],
  ['new', stub, entry],
  ['new', undefined, ref],
  ['moved', ref, undefined],
])('a contact is told to be %s', (change, before, after) => {
  expect(tell(before, after)).toMatchObject([{ event: { type: 'contact', change, contactId: contact.id } }])
})

test('what is left of a deleted contact holds none of its words', () => {
  expect(JSON.stringify(tell(entry, deleted))).not.toContain('order')
  expect(JSON.stringify(tell(entry, undefined))).not.toContain('order')
})

test.each([
  ['a stub that ends', stub, undefined],
  ['a deleted contact that is written again', deleted, { ...deleted, version: 3 }],
  [
    'an entry of a type that is not known',
    undefined,
    { ...timelineKeys.entry('email:a@example.com', place.sortAt, 'x'), type: 'unknown' },
  ],
])('%s is nothing', (_, before, after) => {
  expect(tell(before, after)).toEqual([])
})

test('the same change has the same id however often it is told; a later one of the item a greater', () => {
  const [first] = tell(undefined, entry)
  expect(tell(undefined, entry)).toEqual([first])
  const key = { pk: entry.pk, sk: entry.sk }
  const [later] = liveEventsOf({ key, before: entry, after: deleted, createdMs: 1_775_044_800_000, sequence: '180' })
  expect((later?.event.id ?? '') > (first?.event.id ?? '')).toBe(true)
})

const record = {
  id: 'cus_alice',
  version: 1,
  createdAt: place.sortAt,
  members: [{ stream: place.stream, asserted: false }],
}

test('a customer whose streams changed is told, with where it went', () => {
  const merged = writeRecord({ ...record, version: 2, members: [], redirect: 'cus_bob' })
  expect(tell(writeRecord(record), merged)).toMatchObject([
    { event: { type: 'customer', customer: 'cus_alice', redirect: 'cus_bob' } },
  ])
  expect(tell(undefined, writeRecord(record))).toEqual([])
})

test('presence is told with its end, and when it is over', () => {
  const presence = {
    v: 1,
    where: 'cus_alice',
    connectionId: 'a=',
    who: { subject: 'anna' },
    state: 'typing',
    untilMs: 1_775_044_845_000,
  }
  const item = { ...liveKeys.presence('cus_alice', 'a='), ...presence }
  const until = '2026-04-01T12:00:45.000Z'
  expect(tell(undefined, item)).toMatchObject([{ event: { where: 'cus_alice', state: 'typing', until } }])
  expect(tell(item, undefined)).toMatchObject([
    { event: { where: 'cus_alice', state: 'gone', who: { subject: 'anna' } } },
  ])
})

test('where contacts are, links and connections are not looked at', () => {
  const others = [
    timelineKeys.contact('x'),
    liveKeys.connection(0, 'a='),
    liveKeys.log(1, 0, 'x'),
    { pk: 'E#x', sk: 'L#y' },
  ]
  expect(others.map(isToldLive)).toEqual(others.map(() => false))
})
